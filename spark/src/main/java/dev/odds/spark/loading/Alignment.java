package dev.odds.spark.loading;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How the rows of partitions come to lie in other partitions, with no row changing its order.
 *
 * @param starts the number of the first row of each partition as it was read, and of all rows
 * @param bounds the number of the first row of each partition as it is wanted, and of all rows
 */
record Alignment(long[] starts, long[] bounds) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The number of partitions that are wanted. */
    int count() {
        return bounds.length - 1;
    }

    /** The first partition with a row of wanted partition t. */
    int firstParent(int t) {
        int found = Arrays.binarySearch(starts, bounds[t]);
        int p = found >= 0 ? found : -found - 2;
        while (p < starts.length - 2 && starts[p + 1] == bounds[t]) {
            p++;
        }
        return p;
    }

    /** Behind the last partition with a row of wanted partition t. */
    int endParent(int t) {
        int p = firstParent(t);
        while (p < starts.length - 1 && starts[p] < bounds[t + 1]) {
            p++;
        }
        return p;
    }
}
