package dev.odds.design;

import dev.odds.table.NumberBlocks;
import dev.odds.table.NumericColumn;
import java.util.Arrays;
import java.util.List;

/**
 * Examples that a table stores nearly as a design does: numbers row after row in blocks, no value missing, no row left out.
 *
 * @param numbers the numbers of the table
 * @param features d
 * @param starts where in a row of them features lie side by side, increasing
 * @param lengths how many do so there
 */
record StoredRows(NumberBlocks numbers, int features, int[] starts, int[] lengths) {
    /** The rows that the parts read, or null where they are not so stored. */
    static StoredRows of(List<Part> parts, RowIndex rows) {
        NumericColumn[] columns = new NumericColumn[parts.size()];
        int[] slots = new int[columns.length];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = parts.get(j) instanceof NumericPart numeric ? numeric.unchanged() : null;
            if (rows.rows() != null || columns[j] == null || columns[j].numbers() != columns[0].numbers()) {
                return null;
            }
            slots[j] = columns[j].slot();
        }
        boolean stored = columns.length > 0 && columns[0].numbers().isBlocked() && NumberBlocks.ROWS == Block.SIZE;
        return stored && isIncreasing(slots) ? of(columns[0].numbers(), slots) : null;
    }

    private static StoredRows of(NumberBlocks numbers, int[] slots) {
        int[] starts = new int[slots.length];
        int[] lengths = new int[slots.length];
        int runs = 0;
        for (int j = 0; j < slots.length; j++) {
            if (j == 0 || slots[j] != slots[j - 1] + 1) {
                starts[runs++] = slots[j];
            }
            lengths[runs - 1]++;
        }
        return new StoredRows(numbers, slots.length, Arrays.copyOf(starts, runs), Arrays.copyOf(lengths, runs));
    }

    private static boolean isIncreasing(int[] slots) {
        for (int j = 1; j < slots.length; j++) {
            if (slots[j] <= slots[j - 1]) {
                return false;
            }
        }
        return true;
    }

    /** As {@link Examples#dense}. */
    void copy(long first, int count, double[] out, int stride) {
        for (int i = 0; i < count; ) {
            int within = (int) ((first + i) % Block.SIZE);
            int here = Math.min(count - i, Block.SIZE - within);
            double[] block = numbers.block((int) ((first + i) / Block.SIZE));
            pick(block, within, here, out, i * stride, stride);
            i += here;
        }
    }

    /** The examples of a whole block, moved to its front. */
    double[] take(long first, int count) {
        double[] block = numbers.take((int) (first / Block.SIZE));
        pick(block, 0, count, block, 0, features);
        return block;
    }

    /** In order, so that within one array nothing is overwritten before it is read. */
    private void pick(double[] block, int first, int count, double[] out, int at, int stride) {
        for (int i = 0; i < count; i++) {
            int from = (first + i) * numbers.stride();
            int to = at + i * stride;
            for (int run = 0; run < starts.length; run++) {
                System.arraycopy(block, from + starts[run], out, to, lengths[run]);
                to += lengths[run];
            }
        }
    }
}
