package dev.odds.spark;

import java.io.Serializable;

/**
 * What the reading of one partition came to.
 *
 * @param features the size of its vectors, or -1 where no chunk was read
 * @param rows the number of good rows before the end or the bad row
 * @param bad the row that ended it, or null
 */
record Extent(int features, long rows, BadRow bad) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Before anything is read. */
    static final Extent NONE = new Extent(-1, 0, null);

    /** With what is read next. */
    Extent with(Rows next) {
        if (next instanceof Chunk chunk) {
            return new Extent(chunk.features(), rows + chunk.rows(), null);
        }
        BadRow found = (BadRow) next;
        return new Extent(features, found.row(), found);
    }
}
