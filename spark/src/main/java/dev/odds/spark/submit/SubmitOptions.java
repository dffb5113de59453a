package dev.odds.spark.submit;

import dev.odds.table.InputException;
import dev.odds.train.Solver;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What the user of {@code Submit} typed. Options that the command {@code odds fit} has too are named and mean the same.
 *
 * @param line the words, parsed
 */
public record SubmitOptions(ParseResult line) {
    private static final int WIDTH = 100;
    private static final List<String> FORMATS = List.of("parquet", "csv", "orc", "json", "libsvm");
    private static final String TABBED = "tsv";
    /** Options that only text has. */
    static final List<String> TEXT_ONLY = List.of("--delimiter", "--no-header", "--na");

    public static final List<String> SOLVERS =
            Arrays.stream(Solver.values()).map(Solver::word).toList();

    /** The parser, which knows the help text. */
    public static CommandLine parser() {
        CommandSpec spec = CommandSpec.create().name("spark-submit --class dev.odds.spark.Submit JAR");
        spec.usageMessage()
                .description("fit a logistic regression over a cluster, print its summary, write it")
                .sortOptions(false)
                .sortSynopsis(false)
                .abbreviateSynopsis(true)
                .width(WIDTH);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("DATA")
                .description("what Spark reads: files, folders or patterns of one format")
                .build());
        choice(
                spec,
                "--format",
                FORMATS,
                "format of the data (default: by its name or an option of CSV, else parquet)");
        text(
                spec,
                "--delimiter",
                "CHAR",
                "what separates the fields of CSV; tab for the tab (default: a comma, of .tsv the tab)");
        flag(spec, "--no-header", "the first row of CSV holds no names: columns are c1, c2, ...");
        text(
                spec,
                "--na",
                "TEXT,...",
                "what marks a missing value in CSV, instead of NA, N/A, NaN, NULL, None, ? and .");
        text(spec, "--target", "COLUMN", "what is predicted; of LIBSVM files the labels");
        text(spec, "--positive", "VALUE", "the label that counts as 1; with more than two labels, against the rest");
        text(spec, "--weights", "COLUMN", "how often each row counts");
        text(spec, "--offset", "COLUMN", "added to the log-odds");
        text(spec, "--only", "COLUMN,...", "the columns to use (default: all but those named otherwise)");
        text(spec, "--drop", "COLUMN,...", "columns not to use");
        text(spec, "--lambda", "L", "the penalty (default: 0)");
        text(spec, "--l1-ratio", "A", "the lasso's share of the penalty, from 0 to 1 (default: 0, the ridge)");
        flag(spec, "--standardize", "penalise as if every column had standard deviation 1");
        choice(spec, "--solver", SOLVERS, "how the optimum is found (default: by the size of the data)");
        flag(spec, "--no-bias", "fit without a bias");
        flag(spec, "--float32", "store dense numbers in half the memory, rounded to 24 bits");
        text(spec, "--tolerance", "G", "proved distance from the optimum to reach, of the null loss (default: 1e-8)");
        text(spec, "--max-iterations", "N", "steps after which to give up");
        text(spec, "--output", "MODEL", "where a model for the command odds goes, on the driver's disk", "-o");
        text(spec, "--spark-model", "FOLDER", "where a PipelineModel for Spark goes, which scores rows like these");
        flag(spec, "--all", "show all coefficients, however many");
        flag(spec, "--debug", "show where an error came from");
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("this text")
                .build());
        return new CommandLine(spec)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    private static void text(CommandSpec spec, String name, String label, String description, String... others) {
        spec.addOption(OptionSpec.builder(name, others)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build());
    }

    private static void choice(CommandSpec spec, String name, List<String> words, String description) {
        text(spec, name, String.join("|", words), description);
    }

    private static void flag(CommandSpec spec, String name, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build());
    }

    public List<String> data() {
        return line.matchedPositionalValue(0, List.of());
    }

    /** As it is said, or as the name of the first data says. */
    public String format() {
        return word(
                "--format",
                FORMATS,
                FORMATS.stream()
                        .filter(this::isNamed)
                        .findFirst()
                        .orElse(isNamed("svm") ? "libsvm" : isText() ? "csv" : "parquet"));
    }

    private boolean isText() {
        return isNamed(TABBED) || TEXT_ONLY.stream().anyMatch(this::has);
    }

    private boolean isNamed(String format) {
        String first = data().get(0).toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
        return first.endsWith("." + format) || first.endsWith("." + format + ".gz");
    }

    public boolean has(String option) {
        return line.hasMatchedOption(option);
    }

    /** The value of an option, or null where it is absent. */
    public String text(String option) {
        return line.matchedOptionValue(option, null);
    }

    /** The words of an option between commas; none where it is absent. */
    List<String> list(String option) {
        return has(option) ? NameList.of(option, text(option)) : List.of();
    }

    /** What separates fields. */
    String delimiter() {
        String said = has("--delimiter") ? text("--delimiter") : isNamed(TABBED) ? "tab" : ",";
        String delimiter = said.equals("tab") || said.equals("\\t") ? "\t" : said;
        if (delimiter.length() != 1) {
            throw unexpected("--delimiter", "one character, or tab");
        }
        return delimiter;
    }

    /** Where the model for {@code odds} goes, or null. */
    public Path output() {
        return has("-o") ? Path.of(text("-o")) : null;
    }

    /**
     * The value of an option that takes one of some words.
     *
     * @throws InputException if it is another
     */
    public String word(String option, List<String> words, String absent) {
        String word = has(option) ? text(option) : absent;
        if (!words.contains(word)) {
            throw unexpected(option, "one of " + String.join(", ", words));
        }
        return word;
    }

    /**
     * The value of an option that takes a number.
     *
     * @throws InputException unless it is finite and {@code holds} for it
     */
    public double number(String option, double absent, DoublePredicate holds, String expected) {
        if (!has(option)) {
            return absent;
        }
        try {
            double value = Double.parseDouble(text(option));
            if (Double.isFinite(value) && holds.test(value)) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            throw unexpected(option, expected);
        }
        throw unexpected(option, expected);
    }

    private InputException unexpected(String option, String expected) {
        return new InputException("%s is %s; expected %s".formatted(option, text(option), expected));
    }
}
