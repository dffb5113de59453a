package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Fit;
import dev.odds.design.Roles;
import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.report.ModelText;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitTest {
    private static final String BIRTHS = Repository.file("examples/birthwt.csv").toString();

    @TempDir
    private Path folder;

    @BeforeAll
    static void session() {
        Sessions.shared();
    }

    private static Fit fit(String path, Roles roles) {
        return fit(path, roles, ReadOptions.defaults());
    }

    private static Fit fit(String path, Roles roles, ReadOptions options) {
        return dev.odds.LogisticRegression.create()
                .fit(TableReader.read(Path.of(path), options, ReadMonitor.NONE), roles);
    }

    private String file(String name, String... lines) throws Exception {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    @Test
    void aTableGivesTheModelFileOfOddsFitByteForByte() throws Exception {
        Path spark = folder.resolve("spark.odds.json");
        Path odds = folder.resolve("odds.odds.json");
        Submitted ended = Submitted.by(BIRTHS, "--target", "low", "-o", spark.toString());
        Model model = fit(BIRTHS, Roles.target("low")).model();
        assertEquals(0, ended.code(), ended.err());
        assertEquals("", ended.err());
        Model written = ModelFile.read(spark);
        assertEquals(ModelText.of(written, false), ended.out());
        assertEquals(model.facts().run(), written.facts().run());
        ModelFile.write(model, odds);
        String source = model.facts().sample().source();
        assertEquals(
                Files.readString(odds)
                        .lines()
                        .filter(l -> !l.contains("checksum") && !l.contains(source))
                        .toList(),
                Files.readString(spark)
                        .lines()
                        .filter(l -> !l.contains("checksum") && !l.contains(BIRTHS))
                        .toList());
    }

    @Test
    void theFolderForSparkScoresRowsAsTheyAreRead() {
        String saved = folder.resolve("spark").toString();
        Submitted ended = Submitted.by(
                BIRTHS,
                "--target",
                "low",
                "--lambda",
                "0.01",
                "--l1-ratio",
                "0.5",
                "--standardize",
                "--spark-model",
                saved);
        assertEquals(0, ended.code(), ended.err());
        List<Row> rows = PipelineModel.load(saved)
                .transform(Sessions.shared()
                        .read()
                        .option("header", true)
                        .option("inferSchema", true)
                        .csv(BIRTHS))
                .select("probability", "low")
                .collectAsList();
        double loss = rows.stream()
                .mapToDouble(row -> -Math.log(row.<Vector>getAs(0).apply(row.getInt(1))))
                .average()
                .orElseThrow();
        String told = "log-loss      %.5f per example".formatted(loss);
        assertTrue(ended.out().contains(told), () -> told + " is not in\n" + ended.out());
    }

    @Test
    void libsvmKeepsItsNumbersAsNames() throws Exception {
        String data = file("d.libsvm", "-1 1:1 3:2", "1 1:2", "-1 2:1", "1 1:1 2:1", "1 3:1", "-1 1:1.5 2:0.5");
        Path output = folder.resolve("m.odds.json");
        Submitted ended = Submitted.by(data, "--lambda", "0.1", "-o", output.toString());
        assertEquals(0, ended.code(), ended.err());
        Model spark = ModelFile.read(output);
        Model odds = dev.odds.LogisticRegression.create()
                .withLambda(0.1)
                .fit(TableReader.read(Path.of(data), ReadOptions.defaults(), ReadMonitor.NONE), Roles.target(null))
                .model();
        assertEquals(odds.encoder(), spark.encoder());
        assertEquals(odds.labelling(), spark.labelling());
        assertArrayEquals(odds.estimates(), spark.estimates());
    }

    @Test
    void textBooleansMissingValuesAndStrangeColumnsAreTold() throws Exception {
        StringBuilder lines = new StringBuilder("y,x,flag,name,when,we.ight,w,size\n");
        for (int i = 0; i < 120; i++) {
            String x = i == 7 ? "" : Integer.toString(i * i % 11);
            lines.append("%s,%s,%s,n%d,2026-11-%02d,1,%d,%df\n"
                    .formatted(
                            i % 3 == 0 ? "Yes" : "no",
                            x,
                            i % 4 == 0 ? "TRUE" : "FALSE",
                            i,
                            i % 2 + 1,
                            1 + i % 2,
                            i * 31 % 7 % 2));
        }
        String data = file("d.csv", lines.toString());
        Path output = folder.resolve("m.odds.json");
        String saved = folder.resolve("saved").toString();
        Submitted ended =
                Submitted.by(data, "--target", "y", "--weights", "w", "-o", output.toString(), "--spark-model", saved);
        assertEquals(0, ended.code(), ended.err());
        assertEquals(
                List.of(
                        "odds: left out name: 120 values in 120 rows",
                        "odds: dropped 1 of 120 rows for a missing value"),
                ended.err().lines().toList());
        Model model = ModelFile.read(output);
        assertEquals(List.of("x", "flag=TRUE", "when=2026-11-02", "we.ight", "size=1f", Model.BIAS), model.names());
        assertEquals("Yes", model.labelling().positive());
        assertEquals("w", model.weights());
        assertEquals(1, model.facts().sample().dropped());
        Model expected = fit(data, Roles.target("y").withWeights("w")).model();
        assertEquals(expected.encoder(), model.encoder());
        assertArrayEquals(expected.estimates(), model.estimates());
        assertEquals(scores(saved, data, false), scores(saved, data, true));
    }

    /** Of the rows without a missing value, in which Spark knows the booleans or takes them for text. */
    private static List<Row> scores(String saved, String data, boolean typed) {
        Dataset<Row> rows = Sessions.shared()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(data);
        assertEquals(DataTypes.BooleanType, rows.schema().apply("flag").dataType());
        String flag = typed ? "flag" : "upper(string(flag)) as flag";
        return PipelineModel.load(saved)
                .transform(rows.filter("x is not null")
                        .selectExpr("x", flag, "string(when) as when", "`we.ight`", "int(size) || 'f' as size"))
                .select("probability")
                .collectAsList();
    }

    @Test
    void oneOfThreeLabelsStandsAgainstTheRest() {
        Submitted ended = Submitted.by(BIRTHS, "--target", "race", "--positive", "black", "--only", "age,lwt");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().startsWith("P(race = black) from 2 features"), ended.out());
        assertTrue(ended.out().contains("1 is black, 0 is not black"), ended.out());
    }

    @Test
    void aFitThatDoesNotConvergeEndsWithOne() {
        Submitted ended = Submitted.by(BIRTHS, "--target", "low", "--max-iterations", "1", "--solver", "lbfgs");
        assertEquals(1, ended.code(), ended.err());
        assertTrue(ended.err().contains("odds: not converged: "), ended.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --target lo                      | --target is lo; expected one of the columns low, age,
                    --lambda 1                       | found no --target; expected the column to predict
                    --target race                    | found 3 values: black, other, white; expected two labels
                    --target low --positive 2        | --positive is 2: no row has it; found 2 values: 0, 1
                    --target low --weights race      | --weights is race, a column of type string; expected numbers
                    --target low --only low          | found no column that can be a feature
                    --target low --lambda -1         | --lambda is -1; expected a number of 0 or more
                    --target low --lambda x          | --lambda is x; expected a number of 0 or more
                    --target low --l1-ratio 1        | found --l1-ratio without --lambda; expected both
                    --target low --tolerance 2       | --tolerance is 2; expected a number above 0 and below 1
                    --target low --max-iterations .5 | --max-iterations is .5; expected a whole number of 1 or more
                    --target low --solver fast       | --solver is fast; expected one of auto, newton
                    --target low --format xml        | --format is xml; expected one of parquet, csv
                    --target low --treshold 1        | --treshold
                    --target low --delimiter ab      | --delimiter is ab; expected one character, or tab
                    --target low --drop "a           | --drop is "a; expected names between commas
                    --target low --format orc --na 1 | found --na with the format orc; expected it with csv
                    --target low --spark-model .     | found something that is no model of Spark
                    --target low --spark-model a:b   | --spark-model is 'a:b'; expected a folder
                    --target low --spark-model pom.xml/m | is a file; expected a folder
                    --target low -o /no/such/folder/m | there is no such folder
                    """)
    void badInputIsOneSentenceAndTwo(String options, String sentence) {
        Submitted ended = Submitted.by((BIRTHS + " " + options).split(" +"));
        assertEquals(2, ended.code(), ended.err());
        assertEquals(
                "",
                ended.out()
                        .lines()
                        .filter(l -> !options.contains("-o"))
                        .findFirst()
                        .orElse(""));
        List<String> said = ended.err().lines().toList();
        assertTrue(said.get(said.size() - 1).contains(sentence), ended.err());
    }

    /** Rows with every name that Spark's stages refuse: columns, weights and offset. */
    private String strange(String blank) throws Exception {
        StringBuilder lines = new StringBuilder("y,x.1,x_1,k`l,\"a,b\",same,w.t,o.f\n");
        for (int i = 0; i < 60; i++) {
            lines.append("%d,%s%d,%d,%s%s,%d,one,%d,0.%d\n"
                    .formatted(
                            i * i % 7 / 3,
                            blank,
                            i % 5,
                            i % 7,
                            blank,
                            i % 4 == 0 ? "u" : "v",
                            i % 3,
                            1 + i % 2,
                            i % 3));
        }
        return file("strange.csv", lines.toString());
    }

    @Test
    void anyNameMayBeAFeatureAWeightOrAnOffset() throws Exception {
        String data = strange("");
        Path output = folder.resolve("m.odds.json");
        String saved = folder.resolve("m.spark").toString();
        Submitted ended = Submitted.by(
                data,
                "--target",
                "y",
                "--weights",
                "w.t",
                "--offset",
                "o.f",
                "--drop",
                "\"a,b\"",
                "-o",
                output.toString(),
                "--spark-model",
                saved);
        assertEquals(0, ended.code(), ended.err());
        Model model = fit(
                        data,
                        Roles.target("y").withWeights("w.t").withOffset("o.f").withDrop(List.of("a,b")))
                .model();
        Model written = ModelFile.read(output);
        assertEquals(List.of("x.1", "x_1", "k`l=v", Model.BIAS), written.names());
        assertEquals(model.encoder(), written.encoder());
        assertEquals(model.facts().run(), written.facts().run());
        Dataset<Row> rows = Sessions.shared()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(data);
        assertEquals(
                60,
                PipelineModel.load(saved)
                        .transform(rows)
                        .filter("probability is not null")
                        .count());
    }

    @Test
    void textIsReadAsOddsFitReadsIt() throws Exception {
        String plain = strange("  ");
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(plain)));
        lines.set(9, lines.get(9).replaceFirst("  \\d", "NA"));
        String other = file(
                "other.csv",
                lines.stream()
                        .skip(1)
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.replace(',', ';'))
                        .toArray(String[]::new));
        Path output = folder.resolve("m.odds.json");
        Submitted ended = Submitted.by(
                other, "--delimiter", ";", "--no-header", "--na", "NA", "--target", "c1", "-o", output.toString());
        assertEquals(0, ended.code(), ended.err());
        assertEquals(
                List.of("odds: dropped 1 of 60 rows for a missing value", "odds: left out c6: 1 value in 59 rows"),
                ended.err().lines().toList());
        Model model = fit(other, Roles.target("c1")).model();
        assertEquals(model.encoder(), ModelFile.read(output).encoder());
        assertEquals(model.facts().run(), ModelFile.read(output).facts().run());
    }

    @Test
    void missingValuesAreMarkedAsForOddsFit() throws Exception {
        StringBuilder rows = new StringBuilder("a,b,c,d,y\n");
        String[] marks = {"NA", "N/A", "NaN", "nan", "NULL", "null", "None", "?", ".", ""};
        for (int i = 0; i < 200; i++) {
            String mark = i % 9 == 4 ? marks[i / 9 % marks.length] : null;
            rows.append("%s,%s,%s,%d,%d%n"
                    .formatted(
                            mark == null || i % 2 == 0 ? String.valueOf(i * 37 % 11) : mark,
                            mark == null || i % 2 == 1 ? i * 7 % 5 + ".5" : mark,
                            mark == null || i % 4 == 0 ? "l" + i % 3 : mark,
                            i * 13 % 17,
                            i * 31 % 7 > 3 ? 1 : 0));
        }
        String data = file("marked.csv", rows.toString().split("\n"));
        Path output = folder.resolve("m.odds.json");
        assertSameModel(data, output, fit(data, Roles.target("y")).model(), "--target", "y");
    }

    @Test
    void marksMayBeOthersAndNumbers() throws Exception {
        String[] rows = new String[101];
        rows[0] = "a\tb\ty";
        for (int i = 0; i < 100; i++) {
            rows[i + 1] =
                    "%s\t%s\t%d".formatted(i % 9 == 0 ? "-9" : i % 8, i % 11 == 0 ? "x" : i % 6 + 0.25, i * 31 % 7 / 4);
        }
        String data = file("marked.tsv", rows);
        Path output = folder.resolve("m.odds.json");
        ReadOptions marks = ReadOptions.defaults().withMissing(List.of("x", "-9"));
        Model model = fit(data, Roles.target("y"), marks).model();
        assertSameModel(data, output, model, "--target", "y", "--na", "x,-9");
    }

    private void assertSameModel(String data, Path output, Model expected, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(data, "-o", output.toString()));
        words.addAll(List.of(options));
        Submitted ended = Submitted.by(words.toArray(String[]::new));
        assertEquals(0, ended.code(), ended.err());
        Model found = ModelFile.read(output);
        assertEquals(expected.encoder(), found.encoder());
        assertEquals(expected.facts().run(), found.facts().run());
    }

    @Test
    void errorsOfTheEstimatorSpeakOfOptions() throws Exception {
        String separated = file("separated.csv", "y,x,w", "0,1,1", "0,2,1", "1,3,0", "1,4,0");
        Submitted infinite = Submitted.by(separated, "--target", "y", "--drop", "w");
        assertTrue(infinite.err().contains("set --lambda above 0"), infinite.err());
        Submitted weightless = Submitted.by(separated, "--target", "y", "--weights", "w");
        assertEquals(
                "odds: the target has label 1 with weight 0.0 and label 0 with weight 2.0; expected rows of both, or --no-bias",
                weightless.err().strip());
    }

    @Test
    void noDataAreWrongUsage() {
        Submitted ended = Submitted.by("--target", "y");
        assertEquals(2, ended.code(), ended.err());
        assertTrue(ended.err().contains("DATA"), ended.err());
    }

    @Test
    void dataThatAreNotThereAreToldInOneLine() {
        Submitted ended = Submitted.by(folder.resolve("none.csv").toString(), "--target", "y");
        assertEquals(2, ended.code(), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains("none.csv"), ended.err());
    }

    @Test
    void helpNamesEveryOption() {
        Submitted ended = Submitted.by("--help");
        assertEquals(0, ended.code());
        assertTrue(ended.out().contains("--spark-model"), ended.out());
        assertFalse(ended.out().contains("\u001B"), ended.out());
    }
}
