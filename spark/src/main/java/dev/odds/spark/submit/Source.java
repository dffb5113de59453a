package dev.odds.spark.submit;

import dev.odds.table.InputException;
import dev.odds.table.ReadOptions;
import java.util.stream.IntStream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The data that the user of {@code Submit} names.
 *
 * @param options what the user typed
 */
public record Source(SubmitOptions options) {
    private static final String CSV = "csv";

    /** What Spark calls a row of another number of fields, where it is not told to make the best of it. */
    private static final String MALFORMED = "MALFORMED_RECORD_IN_PARSING";

    /**
     * Reads as much as tells the columns; text as {@code odds fit} does, without blanks around fields.
     *
     * @throws InputException if that cannot be done
     */
    public Dataset<Row> read(SparkSession session) {
        String format = options.format();
        for (String option : SubmitOptions.TEXT_ONLY) {
            if (options.has(option) && !format.equals(CSV)) {
                throw new InputException("found %s with the format %s; expected it with csv".formatted(option, format));
            }
        }
        DataFrameReader reader = session.read().format(format);
        try {
            Dataset<Row> rows = (format.equals(CSV) ? text(reader) : reader)
                    .load(options.data().toArray(String[]::new));
            return format.equals(CSV) ? meaning().of(options.has("--no-header") ? numbered(rows) : rows) : rows;
        } catch (Exception failure) {
            throw told(failure, format);
        }
    }

    private DataFrameReader text(DataFrameReader reader) {
        return reader.option("sep", options.delimiter())
                .option("header", !options.has("--no-header"))
                .option("ignoreLeadingWhiteSpace", true)
                .option("ignoreTrailingWhiteSpace", true)
                .option("escape", "\"")
                .option("mode", "FAILFAST")
                .option("columnPruning", false);
    }

    /** In place of a failure while rows were read a sentence of the row that is to blame; any other failure as it is. */
    public static Throwable explained(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable told
                    && told.getCondition() != null
                    && told.getCondition().startsWith(MALFORMED)) {
                return new InputException(
                        "found a row with more or fewer fields than the first has: %s; is the delimiter right, is a quote missing, or a line broken within quotes?"
                                .formatted(told.getMessageParameters().get("badRecord")));
            }
        }
        return failure;
    }

    private Meaning meaning() {
        return new Meaning(
                options.has("--na")
                        ? options.list("--na").stream().map(String::strip).toList()
                        : ReadOptions.DEFAULT_MISSING);
    }

    /** Columns c1, c2 and so on. */
    private static Dataset<Row> numbered(Dataset<Row> rows) {
        return rows.toDF(IntStream.rangeClosed(1, rows.columns().length)
                .mapToObj(k -> "c" + k)
                .toArray(String[]::new));
    }

    private InputException told(Exception failure, String format) {
        if (explained(failure) instanceof InputException input) {
            return input;
        }
        if (failure instanceof AnalysisException) {
            return new InputException(failure.getMessage());
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new InputException("%s: cannot be read as %s: %s"
                .formatted(
                        String.join(" ", options.data()),
                        format,
                        cause.getMessage() == null ? cause : cause.getMessage()));
    }
}
