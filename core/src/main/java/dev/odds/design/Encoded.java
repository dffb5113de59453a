package dev.odds.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Data made ready for a fit.
 *
 * @param encoder how its rows became examples
 * @param labelling how its target became labels
 * @param examples X, over the rows that count
 * @param response labels, weights and offsets of those rows
 * @param units which of them are independent, and what their weights mean
 * @param rows the row of each example, or null where every row is one
 * @param read the number of rows there were, but for those of weight 0
 * @param missing for each column that made rows drop out, in order, how many rows lack its value
 * @param notes what was decided that the user should know, one sentence each
 */
public record Encoded(
        Encoder encoder,
        Labelling labelling,
        Examples examples,
        ArrayResponse response,
        Units units,
        int[] rows,
        long read,
        Map<String, Integer> missing,
        List<String> notes) {

    public Encoded {
        notes = List.copyOf(notes);
    }

    /** The same with {@link Examples#consumed} examples. */
    public Encoded consumed() {
        return new Encoded(encoder, labelling, examples.consumed(), response, units, rows, read, missing, notes);
    }

    /** The same with a further note. */
    public Encoded noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Encoded(encoder, labelling, examples, response, units, rows, read, missing, more);
    }

    /** The number of rows dropped because a value is missing. */
    public long dropped() {
        return read - examples.count();
    }
}
