package dev.odds.train;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.objective.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many examples a vector v puts how far from the boundary: counts of |v^T x~_i| by its binary exponent, apart for examples on
 * the side of their label and for others. Where v is near a direction of separation, a gap parts the examples on the boundary,
 * which only rounding and haste keep from 0, from those that v separates.
 */
final class Margins implements Sum<Margins> {
    private static final long serialVersionUID = 1L;
    private static final int LOWEST = -80;
    private static final int HIGHEST = 40;
    /** A gap is a factor of 8 at least. */
    private static final int WIDE = 4;

    private final long[] right = new long[HIGHEST - LOWEST + 1];
    private final long[] wrong = new long[HIGHEST - LOWEST + 1];

    private record Look(double[] v) implements Step<Margins> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, Margins into) {
            double[] z = of(block, v);
            for (int i = 0; i < z.length; i++) {
                double success = y.success()[y.from() + i];
                double failure = y.failure()[y.from() + i];
                if (success > 0 || failure > 0) {
                    boolean agrees = z[i] > 0 ? failure == 0 : z[i] < 0 && success == 0;
                    (agrees ? into.right : into.wrong)[exponent(z[i]) - LOWEST]++;
                }
            }
        }
    }

    /** Of a vector over a problem, in one reading. */
    static Margins of(Problem problem, double[] v) {
        return problem.design().sum(problem.response(), Margins::new, new Look(v));
    }

    /** v^T x~_i of a block; theta and, where there is one, the bias. */
    static double[] of(Block block, double[] v) {
        int n = block.examples();
        double[] z = new double[n];
        block.logits(0, n, v, v.length, 1, z);
        if (v.length > block.features()) {
            for (int i = 0; i < n; i++) {
                z[i] += v[block.features()];
            }
        }
        return z;
    }

    /** The binary exponent of |z|, within the limits of the counts. */
    static int exponent(double z) {
        return Math.max(LOWEST, Math.min(HIGHEST, Math.getExponent(z)));
    }

    @Override
    public void merge(Margins other) {
        for (int k = 0; k < right.length; k++) {
            right[k] += other.right[k];
            wrong[k] += other.wrong[k];
        }
    }

    /**
     * The exponents up to which examples may be taken to be on the boundary, those before the widest gaps first: all examples on
     * the wrong side are, and some on the right side are not. Where nothing is on the wrong side, nothing need be on the boundary.
     */
    List<Integer> boundaries(int most) {
        int top = right.length - 1;
        while (top >= 0 && wrong[top] == 0) {
            top--;
        }
        record Gap(int below, int width) {}
        List<Gap> gaps = new ArrayList<>();
        int last = top;
        for (int k = top + 1; k < right.length; k++) {
            if (right[k] > 0 && (last < 0 || k - last >= WIDE)) {
                gaps.add(new Gap(last, last < 0 ? right.length : k - last));
            }
            last = right[k] > 0 ? k : last;
        }
        gaps.sort(Comparator.comparingInt(gap -> -gap.width()));
        return gaps.stream().limit(most).map(gap -> gap.below() + LOWEST).toList();
    }
}
