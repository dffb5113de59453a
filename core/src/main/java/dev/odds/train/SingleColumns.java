package dev.odds.train;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The columns that separate by themselves: all values of one label are at or beyond a threshold that all values of the other
 * are at or before. Without a bias the threshold is 0. Sums of separating directions separate, so that all such columns, say
 * thirty dummies, make one direction.
 */
final class SingleColumns {
    private final ColumnRanges ranges;
    private final Lattice lattice;
    private final BigInteger[] v;
    private final boolean bias;
    private boolean any;

    private SingleColumns(ColumnRanges ranges, Lattice lattice, int size, boolean bias) {
        this.ranges = ranges;
        this.lattice = lattice;
        this.v = new BigInteger[size];
        this.bias = bias;
        Arrays.fill(v, BigInteger.ZERO);
    }

    /**
     * The sum of these directions in the integers of the lattice, null if there are none.
     *
     * @param kept the variables that may be used; the bias is d
     * @param size the number of variables
     */
    static BigInteger[] direction(ColumnRanges ranges, Lattice lattice, int[] kept, int size) {
        int d = lattice.grain().length - 1;
        boolean bias = size > d && Arrays.binarySearch(kept, d) >= 0;
        SingleColumns sum = new SingleColumns(ranges, lattice, size, bias);
        boolean oneLabel = ranges.examples(0) == 0 || ranges.examples(1) == 0;
        if (oneLabel && bias) {
            return sum.biasAlone();
        }
        for (int j : kept) {
            if (j < d) {
                sum.add(j, 0);
                sum.add(j, 1);
            }
        }
        return sum.any ? sum.v : null;
    }

    private BigInteger[] biasAlone() {
        if (ranges.examples(0) == ranges.examples(1)) {
            return null;
        }
        v[v.length - 1] = BigInteger.valueOf(ranges.examples(1) > 0 ? 1 : -1);
        return v;
    }

    /** Adds 2 e_j with its threshold, or its negative, if the values of label {@code above} are above those of the other. */
    private void add(int j, int above) {
        double low = ranges.greatest(1 - above, j);
        double high = ranges.least(above, j);
        double bottom = ranges.least(1 - above, j);
        double top = ranges.greatest(above, j);
        boolean ordered = bias ? low <= high : low <= 0 && 0 <= high;
        boolean strict = bias ? bottom < top : bottom < 0 || top > 0;
        if (!ordered || !strict) {
            return;
        }
        BigInteger sign = BigInteger.valueOf(above == 1 ? 1 : -1);
        v[j] = sign.shiftLeft(1);
        if (bias) {
            BigInteger threshold = lattice.integer(j, low).add(lattice.integer(j, high));
            int last = v.length - 1;
            v[last] = v[last].subtract(sign.multiply(threshold));
        }
        any = true;
    }
}
