package dev.odds.design;

import dev.odds.kernel.Body;
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
@SuppressWarnings("exports") // which loops read columns, and in what memory, is the kernel's own affair
public final class Columns {
    private final ColumnLayout layout;
    /** The examples of the entries: first of those with values, at the places of their values, then of those that are 1. */
    private final int[] rows;
    /** The values of sparse entries, then dense columns one after another. */
    private final double[] values;

    private final Body body;

    private Columns(ColumnLayout layout, int[] rows, double[] values, Body body) {
        this.layout = layout;
        this.rows = rows;
        this.values = values;
        this.body = body;
    }

    /** Room for columns, nothing written yet. */
    static Columns empty(ColumnLayout layout) {
        int most = (int) layout.values();
        double[] values = new double[Math.min(most + Lanes.COUNT, ColumnLayout.MOST)];
        return new Columns(layout, new int[(int) layout.rows()], values, Body.of(layout.rows() + layout.values()));
    }

    /** The same numbers, not copied, read by other loops, which changes no bit. */
    public Columns on(Body other) {
        return new Columns(layout, rows, values, other);
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
     * @param r n numbers, then, if any, zeros: up to a multiple of 16 they save time; not modified
     * @param space written over
     */
    public double dot(int k, double[] r, Workspace space) {
        int at = layout.starts()[k];
        int length = stored(k);
        return switch (layout.kinds()[k]) {
            case ONES -> Lanes.dot(rows, at, r, 0, length);
            case SPARSE -> Lanes.dot(rows, values, at, r, 0, length);
            case DENSE -> body.loops().dot(values, at, r, length, space);
        };
    }

    /**
     * The dot products of all columns with r, as {@link #dot} has them.
     *
     * @param r n numbers, then, if any, zeros; not modified
     * @param into overwritten: a number for each column
     * @param space written over
     */
    public void dots(double[] r, double[] into, Workspace space) {
        int k = layout.features().length;
        if (layout.isDense()) {
            body.loops().logits(values, 0, examples(), k, r, 0, into, 0, space);
            return;
        }
        for (int j = 0; j < k; j++) {
            into[j] = dot(j, r, space);
        }
    }

    /**
     * into_i += (by c_i) x_ik, fused. O(stored entries).
     *
     * @param c n numbers, then, if any, zeros, as above; not modified
     * @param into n numbers, then, if any, zeros; modified
     */
    public void add(int k, double by, double[] c, double[] into) {
        int at = layout.starts()[k];
        int length = stored(k);
        switch (layout.kinds()[k]) {
            case ONES -> ColumnKernel.add(rows, null, at, length, by, c, into);
            case SPARSE -> ColumnKernel.add(rows, values, at, length, by, c, into);
            case DENSE -> body.loops().add(values, at, length, by, c, into);
        }
    }

    /**
     * sum_i c_i (x_ik - m)^2 over all examples, those without an entry too; a sum of squares, so that no cancellation makes it negative.
     * O(stored entries).
     *
     * @param c n numbers of at least 0, then, if any, zeros; not modified
     * @param total their sum
     * @param space written over
     */
    public double spread(int k, double[] c, double total, double m, Workspace space) {
        int at = layout.starts()[k];
        int length = stored(k);
        if (layout.kinds()[k] == ColumnKind.DENSE) {
            return body.loops().spread(values, at, length, c, m, space);
        }
        double here = Lanes.dot(rows, at, c, 0, length);
        double inside = layout.kinds()[k] == ColumnKind.ONES
                ? (1 - m) * (1 - m) * here
                : ColumnKernel.spread(rows, values, at, length, c, m, space);
        return Math.fma(m * m, length == examples() ? 0 : Math.max(0, total - here), inside);
    }
}
