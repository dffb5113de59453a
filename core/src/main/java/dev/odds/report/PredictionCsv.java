package dev.odds.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.odds.design.Labelling;
import dev.odds.table.InputException;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Predictions as CSV (RFC 4180, but lines end in LF): the columns of the input if they are kept, then {@code
 * probability,label}. A probability is written in the shortest form that reads back to the same bits; both fields are empty
 * where there is none.
 *
 * <p>Not thread-safe.
 */
public final class PredictionCsv {
    private static final List<String> COLUMNS = List.of("probability", "label");

    private final Writer out;
    private final String positive;
    private final String negative;
    private final double threshold;

    /**
     * Writes nothing yet.
     *
     * @param threshold the lowest probability whose label is the positive one
     */
    public PredictionCsv(Writer out, Labelling labelling, double threshold) {
        this.out = out;
        this.positive = quoted(labelling.positive());
        this.negative = quoted(labelling.negative());
        this.threshold = threshold;
    }

    /**
     * Writes the head.
     *
     * @param kept the names of the input's columns, none if they are not kept
     * @throws InputException if one of them has the name of a column of predictions
     */
    public void head(List<String> kept) throws IOException {
        for (String name : kept) {
            if (COLUMNS.contains(name)) {
                throw new InputException(
                        "the input has a column %s itself; rename it, or predict without --keep".formatted(name));
            }
            out.append(quoted(name)).append(',');
        }
        out.append(String.join(",", COLUMNS)).append('\n');
    }

    /**
     * Writes one row.
     *
     * @param kept the fields of the input's row, none if they are not kept
     * @param probability NaN where there is none
     */
    public void row(List<String> kept, double probability) throws IOException {
        for (String field : kept) {
            out.append(quoted(field)).append(',');
        }
        if (Double.isNaN(probability)) {
            out.append(",\n");
        } else {
            out.append(NumberOutput.toString(probability, true))
                    .append(',')
                    .append(probability >= threshold ? positive : negative)
                    .append('\n');
        }
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && field.strip().length() == field.length();
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
