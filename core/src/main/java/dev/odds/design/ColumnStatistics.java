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

    /** Of no examples, about the same origin. */
    public ColumnStatistics empty() {
        return new ColumnStatistics(origin);
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

    /** Adds rows of d numbers each, not modified. */
    public void addDense(double[] x, int rows) {
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

    /** Adds rows of which entries are stored; not modified. */
    public void addSparse(SparseRows rows) {
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
        double center = rounded(j, mean(j, sum[j]), deviation(j));
        if (Double.isNaN(center)) {
            return 0;
        }
        int unit = unit(j, deviation(j));
        double span = Math.max(greatest[j] - center, center - least[j]);
        boolean exact =
                Math.abs(mean(j, sum[j])) < 0x1p900 && unit - grain[j] < 1000 && exponentOf(span) - grain[j] < 53;
        return exact && exponentOf(center) - grain[j] < 53 ? center : 0;
    }

    /** A multiple of the unit near the mean, or NaN where the mean is too near 0 to be worth a shift. */
    private double rounded(int j, double mean, double deviation) {
        if (!(Math.abs(mean) > deviation / 2) || grain[j] == Integer.MAX_VALUE) {
            return Double.NaN;
        }
        int unit = unit(j, deviation);
        return Math.scalb(Math.rint(Math.scalb(mean, -unit)), unit);
    }

    private int unit(int j, double deviation) {
        return Math.max(grain[j], exponentOf(deviation) - 4);
    }

    private double mean(int j, double total) {
        return origin[j] + total / count[j];
    }

    /**
     * Whether the same examples, added in any other order and groups, would be scaled alike. Any order is within gamma sum |t| of the exact
     * sum of its terms t, gamma about n 2^-53 (Higham, Accuracy and Stability of Numerical Algorithms, 4.2), and sum |t| is at most (n sum
     * t^2)^(1/2). What a scaling takes of a mean and a deviation, exponents and a rounded number, is monotone in both: if it is the same at the
     * ends of all that they may be, it is the same between.
     */
    public boolean isCertain() {
        for (int j = 0; j < origin.length; j++) {
            if (isFull(j) && !isCertain(j)) {
                return false;
            }
        }
        return true;
    }

    private boolean isCertain(int j) {
        double gamma = count[j] * 0x1p-51;
        double more = gamma * Math.sqrt(count[j] * squares[j]);
        double low = sum[j] - more;
        double high = sum[j] + more;
        double far = Math.max(Math.abs(low), Math.abs(high));
        double near = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        double least = deviation(j, squares[j] * (1 - gamma), far);
        double most = deviation(j, squares[j] * (1 + gamma), near);
        boolean alike = least > 0 == most > 0 && exponentOf(least) == exponentOf(most);
        double center = rounded(j, mean(j, low), least);
        return gamma < 0.01
                && alike
                && Double.compare(center, rounded(j, mean(j, high), least)) == 0
                && Double.compare(center, rounded(j, mean(j, low), most)) == 0
                && Double.compare(center, rounded(j, mean(j, high), most)) == 0;
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
        return deviation(j, squares[j], sum[j]);
    }

    private double deviation(int j, double square, double total) {
        double mean = total / count[j];
        return Math.sqrt(Math.max(0, square / count[j] - mean * mean));
    }

    private static int exponentOf(double x) {
        return x == 0 ? Double.MIN_EXPONENT : Math.getExponent(x);
    }
}
