package dev.odds.spark.rows;

import java.io.Serializable;

/**
 * Which columns of a dataset are what.
 *
 * @param features vectors
 * @param label 0 or 1
 * @param weight numbers of at least 0, or null for 1
 * @param offset added to the logits, or null for 0
 */
public record DataColumns(String features, String label, String weight, String offset) implements Serializable {
    private static final long serialVersionUID = 1L;
}
