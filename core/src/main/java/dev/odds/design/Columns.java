package dev.odds.design;

import dev.odds.kernel.ColumnKernel;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.Workspace;
import java.util.Arrays;

/**
 * X by feature, for some of the features: what coordinate descent reads. The columns are numbered from 0 in the order of their
 * features, and each is stored in the least room: sparse with values, sparse where every entry is 1, or one number for each example.
 *
 * <p>A dot product with a column runs in 16 lanes over its stored entries, as {@link Lanes} has it. Safe for threads once written.
 */
public final class Columns {
    private final ColumnLayout layout;
    /** The examples of the entries: first of those with values, at the places of their values, then of those that are 1. */
    private final int[] rows;
    /** The values of sparse entries, then dense columns one after another. */
    private final double[] values;

    private Columns(ColumnLayout layout, int[] rows, double[] values) {
        this.layout = layout;
        this.rows = rows;
        this.values = values;
    }

    /** Room for columns, nothing written yet. */
    static Columns empty(ColumnLayout layout) {
        return new Columns(layout, new int[(int) layout.rows()], new double[(int) layout.values()]);
    }

    /**
     * Writes a block.
     *
     * @param place which column a feature is, negative where it is none
     * @param first the block's first example
     * @param next where the next entry of each sparse column goes; modified
     */
    void write(SparseBlock x, int[] place, int first, int[] next) {
        for (int i = 0; i < x.examples(); i++) {
            for (int p = x.starts()[i]; p < x.starts()[i + 1]; p++) {
                int k = place[x.indices()[p]];
                double value = x.values() == null ? 1 : x.values()[p];
                if (k >= 0 && value != 0) {
                    write(k, first + i, value, next);
                }
            }
        }
    }

    private void write(int k, int row, double value, int[] next) {
        ColumnKind kind = layout.kinds()[k];
        int at = kind == ColumnKind.DENSE ? layout.starts()[k] + row : next[k]++;
        if (kind != ColumnKind.DENSE) {
            rows[at] = row;
        }
        if (kind != ColumnKind.ONES) {
            values[at] = value;
        }
    }

    /** The features that are here, increasing; not to be modified. */
    public int[] features() {
        return layout.features();
    }

    /** n. */
    public int examples() {
        return layout.examples();
    }

    /** The number of the column of a feature, or negative where it is not here. O(log of their number). */
    public int place(int feature) {
        return Arrays.binarySearch(layout.features(), feature);
    }

    /** Whether the columns of all these features, which are increasing, are here. */
    boolean contains(int[] wanted) {
        int[] here = features();
        int k = 0;
        for (int feature : wanted) {
            while (k < here.length && here[k] < feature) {
                k++;
            }
            if (k == here.length || here[k] != feature) {
                return false;
            }
        }
        return true;
    }

    /** How many entries column k stores: the cost of a dot product. */
    public int stored(int k) {
        return layout.lengths()[k];
    }

    /** The memory that the columns take, in bytes. */
    public long bytes() {
        return layout.bytes();
    }

    /**
     * sum_i x_ik r_i. O(stored entries).
     *
     * @param r n numbers; not modified
     */
    public double dot(int k, double[] r) {
        int at = layout.starts()[k];
        int length = stored(k);
        return switch (layout.kinds()[k]) {
            case ONES -> Lanes.dot(rows, at, r, 0, length);
            case SPARSE -> Lanes.dot(rows, values, at, r, 0, length);
            case DENSE -> Lanes.dot(values, at, r, 0, length);
        };
    }

    /**
     * into_i += (by c_i) x_ik, fused. O(stored entries).
     *
     * @param c n numbers; not modified
     * @param into n numbers; modified
     */
    public void add(int k, double by, double[] c, double[] into) {
        int at = layout.starts()[k];
        int length = stored(k);
        switch (layout.kinds()[k]) {
            case ONES -> ColumnKernel.add(rows, null, at, length, by, c, into);
            case SPARSE -> ColumnKernel.add(rows, values, at, length, by, c, into);
            case DENSE -> ColumnKernel.add(values, at, length, by, c, into);
        }
    }

    /**
     * sum_i c_i (x_ik - m)^2 over all examples, those without an entry too; a sum of squares, so that no cancellation makes it negative.
     * O(stored entries).
     *
     * @param c n numbers of at least 0; not modified
     * @param total their sum
     * @param space written over
     */
    @SuppressWarnings("exports") // the workspace is the kernel's own affair
    public double spread(int k, double[] c, double total, double m, Workspace space) {
        int at = layout.starts()[k];
        int length = stored(k);
        if (layout.kinds()[k] == ColumnKind.DENSE) {
            return ColumnKernel.spread(values, at, length, c, m, space);
        }
        double here = Lanes.dot(rows, at, c, 0, length);
        double inside = layout.kinds()[k] == ColumnKind.ONES
                ? (1 - m) * (1 - m) * here
                : ColumnKernel.spread(rows, values, at, length, c, m, space);
        return Math.fma(m * m, length == examples() ? 0 : Math.max(0, total - here), inside);
    }
}
