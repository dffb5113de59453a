package dev.odds.cli;

import dev.odds.design.Missing;
import dev.odds.design.Roles;
import dev.odds.table.ReadOptions;
import dev.odds.table.ReadOptions.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The options that say how a file is read and what its columns are for. */
final class DataOptions {
    private static final List<String> FORMATS = List.of("auto", "csv", "tsv", "libsvm");
    private static final List<String> POLICIES =
            Arrays.stream(Missing.values()).map(Missing::word).toList();

    private DataOptions() {}

    /** How the file is read. */
    static void declareReading(Options options) {
        options.choice("--format", FORMATS, "layout of the file (default: by its name and content)")
                .text("--delimiter", "CHAR", "what separates fields (default: inferred)")
                .flag("--header", "the first row holds the names (default: inferred)")
                .flag("--no-header", "the first row holds data; columns are c1, c2, ...")
                .list("--na", "TEXT,...", "what marks a missing value, instead of NA, N/A, NaN, NULL, None, ? and .")
                .whole("--threads", "N", "threads to use (default: all processors; the result is the same for any)");
    }

    /** What the columns are for. */
    static void declareRoles(Options options) {
        options.text("--target", "COLUMN", "what is predicted: a column, 'delay > 15', or 'successes / trials'")
                .text("--positive", "VALUE", "the label that counts as 1; with more than two labels, against the rest")
                .text("--weights", "COLUMN", "how often each row counts")
                .text("--sampling-weights", "COLUMN", "how many of a population each row stands for")
                .text("--cluster", "COLUMN", "rows of one value are not independent of one another")
                .text("--offset", "COLUMN", "added to the log-odds")
                .list("--only", "COLUMN,...", "the columns to use")
                .list("--drop", "COLUMN,...", "columns not to use")
                .list("--categorical", "COLUMN,...", "columns of levels, even if they hold numbers or many levels")
                .list("--numeric", "COLUMN,...", "columns that must hold numbers")
                .list("--reference", "COLUMN=LEVEL,...", "the level without a coefficient (default: the first)")
                .choice("--missing", POLICIES, "what a missing value does (default: drop the row)");
    }

    static ReadOptions reading(Arguments arguments) {
        if (arguments.has("--header") && arguments.has("--no-header")) {
            throw new UsageException("found --header and --no-header; expected one of them");
        }
        ReadOptions options = ReadOptions.defaults()
                .withFormat(Format.valueOf(arguments.choice("--format", FORMATS).toUpperCase(Locale.ROOT)))
                .withThreads(threads(arguments));
        if (arguments.has("--delimiter")) {
            options = options.withDelimiter(delimiter(arguments.text("--delimiter")));
        }
        if (arguments.has("--header") || arguments.has("--no-header")) {
            options = options.withHeader(arguments.has("--header"));
        }
        return arguments.has("--na") ? options.withMissing(arguments.list("--na")) : options;
    }

    static int threads(Arguments arguments) {
        return arguments.count("--threads", 1, Runtime.getRuntime().availableProcessors());
    }

    static Roles roles(Arguments arguments) {
        return Roles.target(arguments.text("--target"))
                .withPositive(arguments.text("--positive"))
                .withWeights(arguments.text("--weights"))
                .withSamplingWeights(arguments.text("--sampling-weights"))
                .withCluster(arguments.text("--cluster"))
                .withOffset(arguments.text("--offset"))
                .withOnly(arguments.list("--only"))
                .withDrop(arguments.list("--drop"))
                .withCategorical(arguments.list("--categorical"))
                .withNumeric(arguments.list("--numeric"))
                .withReferences(arguments.pairs("--reference"))
                .withMissing(missing(arguments));
    }

    private static Missing missing(Arguments arguments) {
        return Missing.valueOf(arguments.choice("--missing", POLICIES).toUpperCase(Locale.ROOT));
    }

    private static char delimiter(String text) {
        String plain = text.equals("\\t") || text.equals("tab") ? "\t" : text;
        if (plain.length() != 1) {
            throw new UsageException("--delimiter is '%s'; expected one character, or tab".formatted(text));
        }
        return plain.charAt(0);
    }
}
