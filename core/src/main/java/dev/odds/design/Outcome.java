package dev.odds.design;

import dev.odds.table.Column;
import java.util.List;

/** What each row of a table came to: one of two labels, or counts of both. */
interface Outcome {
    /** The columns that tell it; a row needs a value of each. */
    List<Column> columns();

    /** Drops the rows that tell nothing, with a note of how many. */
    void dropEmpty(List<String> notes);

    /**
     * What the labels are called.
     *
     * @param positive what the user calls label 1, or null
     * @param notes a sentence is added where the choice is not obvious
     */
    Labelling resolve(String positive, List<String> notes);

    /**
     * How much each row of the table weighs where it is complete, or null for 1.
     *
     * @param weights of the rows, or null for 1
     */
    double[] rowWeights(double[] weights);

    /**
     * The response of the examples; both labels must occur among the rows that are kept now.
     *
     * @param weights of the rows, or null for 1
     * @param offsets of the rows, or null for none
     * @param rows those that are examples
     */
    ArrayResponse response(Labelling labelling, double[] weights, double[] offsets, RowIndex rows, List<String> notes);
}
