package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.optimize.Separable;
import java.util.Arrays;

/**
 * Which coefficients are 0 at the minimum, proved by a dual point r (after Fercoq, Gramfort and Salmon, ICML 2015; Ndiaye, Fercoq, Gramfort
 * and Salmon, Journal of Machine Learning Research 18, 2017).
 *
 * <p>The best dual point r* is at most (gap / 2)^(1/2) from r in the mean square of (r_i - r_i*) / w_i, since the loss of an example has
 * a second derivative of at most w_i / 4. So (X r)_j is at most that times the spread of feature j from (X r*)_j, and theta_j is 0
 * where (X r*)_j does not reach the slope. Derived in docs/derivation.md.
 *
 * @param spread of every feature its root mean square: about the mean where the bias is free, else about 0; held, not copied
 */
public record Screening(double[] spread) {
    /** A deviation so small a part of the largest value is taken for 0 by {@link Deviations}. */
    private static final double CONSTANT = 0x1p-44;

    private record Squares() implements Step<VectorSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, VectorSum into) {
            int d = block.features();
            int[] index = new int[d];
            double[] value = new double[d];
            for (int i = 0; i < block.examples(); i++) {
                double w = y.success()[y.from() + i] + y.failure()[y.from() + i];
                int count = block.entries(i, index, value);
                for (int p = 0; p < count; p++) {
                    int j = index[p];
                    into.values()[j] = Math.fma(w * value[p], value[p], into.values()[j]);
                }
            }
        }
    }

    /** For a design and a response, in two readings, in one where there is no bias. */
    public static Screening of(Problem problem, ColumnMaxima maxima) {
        double[] spread = problem.bias() ? Deviations.of(problem) : aboutZero(problem);
        for (int j = 0; j < spread.length; j++) {
            spread[j] += CONSTANT * maxima.values()[j];
        }
        return new Screening(spread);
    }

    private static double[] aboutZero(Problem problem) {
        int d = problem.design().features();
        double[] squares = problem.design()
                .sum(problem.response(), () -> new VectorSum(d), new Squares())
                .values();
        for (int j = 0; j < d; j++) {
            squares[j] = StrictMath.sqrt(squares[j] / problem.response().weight());
        }
        return squares;
    }

    /**
     * The features whose coefficients may be other than 0 at the minimum, increasing: all that no one has proved to be 0. O(d).
     *
     * @param problem whose penalty counts
     * @param dual for that problem
     */
    public int[] survivors(Problem problem, DualPoint dual) {
        Separable p = problem.penalty().separable();
        double radius = StrictMath.sqrt(dual.gap() / 2);
        int[] left = new int[p.size()];
        int count = 0;
        for (int j = 0; j < left.length; j++) {
            double far = spread[j] == 0 ? 0 : spread[j] * radius;
            boolean held = problem.penalty().units()[j] == 0;
            if (!held && reaches(p, j, dual.products()[j], far + dual.errors()[j])) {
                left[count++] = j;
            }
        }
        return Arrays.copyOf(left, count);
    }

    /** Whether a product no further than that may reach the slope on a side where the coefficient may go. */
    private static boolean reaches(Separable p, int j, double product, double far) {
        boolean up = p.box() == null || p.box().upper()[j] > 0;
        boolean down = p.box() == null || p.box().lower()[j] < 0;
        return (up && !(far - product < p.slope()[j])) || (down && !(far + product < p.slope()[j]));
    }
}
