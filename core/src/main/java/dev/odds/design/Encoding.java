package dev.odds.design;

import java.util.List;

/**
 * Rows made ready for a prediction.
 *
 * @param examples X, every row of the data; where a row is not usable its numbers mean nothing
 * @param offset one per row, added to the logit, or null where the model has none; NaN where missing
 * @param usable whether each row has all that a prediction needs
 * @param gaps the columns that make rows unusable, and how many
 */
public record Encoding(Examples examples, double[] offset, boolean[] usable, List<Gap> gaps) {
    public Encoding {
        gaps = List.copyOf(gaps);
    }
}
