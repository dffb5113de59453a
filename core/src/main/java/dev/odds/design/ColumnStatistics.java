package dev.odds.design;

import dev.odds.kernel.Dyadic;
import dev.odds.table.SparseRows;
import java.util.Arrays;

/**
 * What a scaling needs of every column, gathered in one reading; pieces merge in a fixed order. Moments are about an
 * origin near the values, so that they do not cancel. A value's grain is the exponent of its lowest set bit.
 */
public final class ColumnStatistics implements Sum<ColumnStatistics> {
    private static final long serialVersionUID = 1L;

    /** The exponent of the lowest bit that a double can hold. */
    private static final int LAST_BIT = -1074;
    /** So many rows of neighbouring columns fit the nearest cache. */
    private static final int RUN = 16;

    private final double[] origin;
    private final double[] sum;
    private final double[] squares;
    private final double[] least;
    private final double[] greatest;
    private final int[] grain;
    private final long[] count;
    private long examples;

    /**
     * Of no examples.
     *
     * @param origin a number near the values of each column, {@link #origin} for instance; held, not copied
     */
    public ColumnStatistics(double[] origin) {
        int d = origin.length;
        this.origin = origin;
        this.sum = new double[d];
        this.squares = new double[d];
        this.least = new double[d];
        this.greatest = new double[d];
        this.grain = new int[d];
        this.count = new long[d];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        Arrays.fill(grain, Integer.MAX_VALUE);
    }

    /** d. */
    int features() {
        return origin.length;
    }

    /** The first of some examples, as the origin of all. */
    public static double[] origin(Examples examples) {
        int d = examples.features();
        double[] origin = new double[d];
        if (!examples.isSparse()) {
            examples.dense(0, 1, origin, d);
            return origin;
        }
        SparseRows row = examples.sparse(0, 1);
        for (int p = row.starts()[0]; p < row.starts()[1]; p++) {
            origin[row.indices()[p]] = row.values() == null ? 1 : row.values()[p];
        }
        return origin;
    }

    /**
     * Adds examples [first, first + count), at most a block.
     *
     * @param scratch {@link Block#SIZE} d numbers, overwritten, where they are dense
     */
    public void add(Examples examples, long first, int count, double[] scratch) {
        MixedExamples mixed = examples.mixed();
        if (mixed != null) {
            MixedLayout layout = mixed.layout();
            double[] x = new double[count * layout.numbers().length];
            mixed.numbers(first, count, x);
            addColumns(x, count, layout.numbers());
        } else if (examples.isSparse()) {
            addSparse(examples.sparse(first, count));
        } else {
            examples.dense(first, count, scratch, examples.features());
            addDense(scratch, count);
        }
    }

    void addDense(double[] x, int rows) {
        for (int first = 0; first < rows; first += RUN) {
            int end = Math.min(first + RUN, rows);
            for (int j = 0; j < origin.length; j++) {
                addMoments(j, x, first, end);
                addGrain(j, x, first, end);
            }
        }
        examples += rows;
    }

    /** As {@link #addDense}, but for the grains, which {@link #addGrains} may add later. */
    void addMoments(double[] x, int rows) {
        for (int j = 0; j < origin.length; j++) {
            addMoments(j, x, 0, rows);
        }
        examples += rows;
    }

    void addGrains(double[] x, int rows) {
        for (int j = 0; j < origin.length; j++) {
            addGrain(j, x, 0, rows);
        }
    }

    /** Adds rows of some columns only; the others are counted as not stored. */
    void addColumns(double[] x, int rows, int[] columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns.length; j++) {
                add(columns[j], x[i * columns.length + j]);
            }
        }
        examples += rows;
    }

    /** Rows [first, end) of column j, whose statistics stay in registers. */
    private void addMoments(int j, double[] x, int first, int end) {
        int d = origin.length;
        double own = origin[j];
        double total = sum[j];
        double square = squares[j];
        double low = least[j];
        double high = greatest[j];
        for (int i = first; i < end; i++) {
            double value = x[i * d + j];
            double shifted = value - own;
            total += shifted;
            square = Math.fma(shifted, shifted, square);
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        sum[j] = total;
        squares[j] = square;
        least[j] = low;
        greatest[j] = high;
        count[j] += end - first;
    }

    private void addGrain(int j, double[] x, int first, int end) {
        int lowest = grain[j];
        for (int i = first; i < end; i++) {
            lowest = Math.min(lowest, Dyadic.grain(x[i * origin.length + j]));
        }
        grain[j] = lowest;
    }

    void addSparse(SparseRows rows) {
        int[] index = rows.indices();
        double[] values = rows.values();
        for (int p = rows.starts()[0]; p < rows.starts()[rows.rows()]; p++) {
            add(index[p], values == null ? 1 : values[p]);
        }
        examples += rows.rows();
    }

    private void add(int j, double x) {
        double shifted = x - origin[j];
        sum[j] += shifted;
        squares[j] = Math.fma(shifted, shifted, squares[j]);
        least[j] = Math.min(least[j], x);
        greatest[j] = Math.max(greatest[j], x);
        grain[j] = Math.min(grain[j], Dyadic.grain(x));
        count[j]++;
    }

    @Override
    public void merge(ColumnStatistics other) {
        for (int j = 0; j < origin.length; j++) {
            sum[j] += other.sum[j];
            squares[j] += other.squares[j];
            least[j] = Math.min(least[j], other.least[j]);
            greatest[j] = Math.max(greatest[j], other.greatest[j]);
            grain[j] = Math.min(grain[j], other.grain[j]);
            count[j] += other.count[j];
        }
        examples += other.examples;
    }

    /** Whether every column is full and has a mean near 0 and a deviation near 1, whatever its grain: it needs no scaling. */
    boolean isStandard(double near) {
        for (int j = 0; j < origin.length; j++) {
            double deviation = deviation(j);
            boolean standard = isFull(j) && deviation > 0 && isNearOrigin(j, deviation);
            if (!standard || scale(j) > near || scale(j) < 1 / near) {
                return false;
            }
        }
        return true;
    }

    private boolean isNearOrigin(int j, double deviation) {
        return Math.abs(origin[j] + sum[j] / count[j]) <= deviation / 2;
    }

    /** Whether every example stores a value of column j. */
    boolean isFull(int j) {
        return count[j] == examples;
    }

    /**
     * A number near the mean of column j by which every value can be shifted without losing a bit, else 0. All values and the
     * center are multiples of 2^grain; their differences are exact if they span less than 2^53 grains.
     */
    double center(int j) {
        double mean = origin[j] + sum[j] / count[j];
        double deviation = deviation(j);
        if (!(Math.abs(mean) > deviation / 2) || grain[j] == Integer.MAX_VALUE) {
            return 0;
        }
        int unit = Math.max(grain[j], exponentOf(deviation) - 4);
        double center = Math.scalb(Math.rint(Math.scalb(mean, -unit)), unit);
        double span = Math.max(greatest[j] - center, center - least[j]);
        boolean exact = Math.abs(mean) < 0x1p900 && unit - grain[j] < 1000 && exponentOf(span) - grain[j] < 53;
        return exact && exponentOf(center) - grain[j] < 53 ? center : 0;
    }

    /** The greatest absolute value of column j, 0 where it has none. */
    double size(int j) {
        return count[j] == 0 ? 0 : Math.max(Math.abs(least[j]), Math.abs(greatest[j]));
    }

    /** The greatest absolute value that is stored of column j, once it is shifted and scaled: rounding keeps the order. */
    double size(int j, double center, double scale) {
        return count[j] == 0
                ? 0
                : Math.max(Math.abs((least[j] - center) * scale), Math.abs((greatest[j] - center) * scale));
    }

    /** A power of two by which column j comes near unit deviation; near unit size where it is not full. */
    double scale(int j) {
        double size = isFull(j) && deviation(j) > 0 ? deviation(j) : size(j);
        return size == 0 ? 1 : Math.scalb(1.0, -exponentOf(size));
    }

    /** As {@link #scale}, but nearer to 1 where a value would lose its last bits below the smallest double. */
    double exactScale(int j) {
        return Math.max(scale(j), Math.scalb(1.0, -Math.max(0, grain[j] - LAST_BIT)));
    }

    private double deviation(int j) {
        double mean = sum[j] / count[j];
        return Math.sqrt(Math.max(0, squares[j] / count[j] - mean * mean));
    }

    private static int exponentOf(double x) {
        return x == 0 ? Double.MIN_EXPONENT : Math.getExponent(x);
    }
}
