package dev.odds.spark.rows;

import java.io.Serializable;

/**
 * What the reading of one partition came to.
 *
 * @param features the size of its vectors, or -1 where no chunk was read
 * @param rows the number of good rows before the end or the bad row
 * @param bad the row that ended it, or null
 */
public record Extent(int features, long rows, BadRow bad) implements Serializable {
    private static final long serialVersionUID = 1L;
}
