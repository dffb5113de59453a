package dev.odds.report;

import dev.odds.design.Labelling;
import dev.odds.table.InputException;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Predictions as CSV (RFC 4180, but lines end in LF): the columns of the input if they are kept, then {@code
 * probability,label}, and {@code lower,upper} where intervals are asked for. A probability is written in the shortest form that reads
 * back to the same bits; a field is empty where there is nothing to write.
 *
 * <p>Not thread-safe.
 */
public final class PredictionCsv {
    private static final List<String> COLUMNS = List.of("probability", "label");
    private static final List<String> BOUNDS = List.of("lower", "upper");

    private final Writer out;
    private final List<String> columns;
    private final String positive;
    private final String negative;
    private final double threshold;

    /**
     * Writes nothing yet.
     *
     * @param threshold the lowest probability whose label is the positive one
     * @param bounds whether rows have intervals
     */
    public PredictionCsv(Writer out, Labelling labelling, double threshold, boolean bounds) {
        this.out = out;
        this.columns = bounds ? Stream.concat(COLUMNS.stream(), BOUNDS.stream()).toList() : COLUMNS;
        this.positive = Fields.quoted(labelling.positive());
        this.negative = Fields.quoted(labelling.negative());
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
            if (columns.contains(name)) {
                throw new InputException(
                        "the input has a column %s itself; rename it, or predict without --keep".formatted(name));
            }
            out.append(Fields.quoted(name)).append(',');
        }
        out.append(String.join(",", columns)).append('\n');
    }

    /**
     * Writes one row.
     *
     * @param kept the fields of the input's row, none if they are not kept
     * @param probability NaN where there is none
     */
    public void row(List<String> kept, double probability) throws IOException {
        start(kept, probability);
        out.append('\n');
    }

    /**
     * As above with an interval.
     *
     * @param lower NaN where there is none
     * @param upper NaN where there is none
     */
    public void row(List<String> kept, double probability, double lower, double upper) throws IOException {
        start(kept, probability);
        out.append(',').append(Fields.number(lower));
        out.append(',').append(Fields.number(upper)).append('\n');
    }

    private void start(List<String> kept, double probability) throws IOException {
        for (String field : kept) {
            out.append(Fields.quoted(field)).append(',');
        }
        out.append(Fields.number(probability)).append(',');
        if (!Double.isNaN(probability)) {
            out.append(probability >= threshold ? positive : negative);
        }
    }
}
