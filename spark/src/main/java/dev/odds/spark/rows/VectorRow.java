package dev.odds.spark.rows;

import org.apache.spark.sql.catalyst.InternalRow;

/**
 * One vector as Spark stores it: type, size, indices and values. Its arrays are copies, for Spark reuses its rows.
 *
 * @param size d
 * @param indices the feature of each value, or null where every feature has one
 * @param values the values, zeros among them
 */
record VectorRow(int size, int[] indices, double[] values) {
    private static final int FIELDS = 4;
    private static final byte SPARSE = 0;

    /** The vector in column {@code at} of a row, which is there. Time O(stored values). */
    static VectorRow of(InternalRow row, int at) {
        InternalRow vector = row.getStruct(at, FIELDS);
        double[] values = vector.getArray(3).toDoubleArray();
        if (vector.getByte(0) != SPARSE) {
            return new VectorRow(values.length, null, values);
        }
        return new VectorRow(vector.getInt(1), vector.getArray(2).toIntArray(), values);
    }

    /** Whether there is an index for each value, increasing, from 0 and below d. */
    boolean ordered() {
        if (indices == null) {
            return true;
        }
        int before = -1;
        for (int index : indices) {
            if (index <= before) {
                return false;
            }
            before = index;
        }
        return before < size && indices.length == values.length;
    }

    /** The place of the first value that is not finite, or -1. */
    int notFinite() {
        for (int p = 0; p < values.length; p++) {
            if (!Double.isFinite(values[p])) {
                return p;
            }
        }
        return -1;
    }

    /** The feature of the value in place {@code p}. */
    int feature(int p) {
        return indices == null ? p : indices[p];
    }

    /** How many values are not 0. */
    int nonZeros() {
        int count = 0;
        for (double value : values) {
            count += value == 0 ? 0 : 1;
        }
        return count;
    }

    /** How many values are 1. */
    int ones() {
        int count = 0;
        for (double value : values) {
            count += value == 1 ? 1 : 0;
        }
        return count;
    }
}
