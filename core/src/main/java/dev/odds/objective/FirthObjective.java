package dev.odds.objective;

import dev.odds.kernel.Cholesky;
import dev.odds.optimize.Need;
import dev.odds.optimize.Objective;
import dev.odds.optimize.Point;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;

/**
 * Firth's penalised likelihood: F*(x) = L - (1/W) (1/2) log det I, I = W H the Fisher information over some variables (D. Firth,
 * <i>Bias reduction of maximum likelihood estimates</i>, Biometrika 80, 1993). It has a finite minimum for separated labels too (G. Heinze
 * and M. Schemper, Statistics in Medicine 21, 2002). Where I is singular F* is infinite.
 *
 * <p>A point costs a reading of X for I and, for the gradient, one more for the leverages: O(n k^2 + k^3). The Hessian of a point is I / W:
 * scoring by it converges linearly, at a rate of the order of the leverages.
 */
public final class FirthObjective implements Objective {
    private final Problem problem;
    private final LogisticObjective likelihood;
    private final int[] kept;

    /**
     * Over all variables.
     *
     * @param kept those whose information is meant, which the data tell apart, increasing; the bias is d. By the others F* has no
     *     derivative of its own
     */
    public FirthObjective(Problem problem, int[] kept) {
        this.problem = problem;
        this.likelihood = new LogisticObjective(problem);
        this.kept = kept;
    }

    @Override
    public int size() {
        return likelihood.size();
    }

    @Override
    public Point at(double[] x, Need need) {
        Point point = likelihood.at(x, Need.HESSIAN);
        int k = kept.length;
        double[] ones = new double[k];
        Arrays.fill(ones, 1);
        double[] factor = point.hessian().select(kept, ones).packed();
        boolean singular = Cholesky.factor(factor, k, 0, new boolean[k]) > 0;
        double half = 0;
        for (int j = 0; j < k; j++) {
            half += StrictMath.log(factor[Cholesky.row(j) + j]);
        }
        double weight = problem.response().weight();
        double value = singular ? Double.POSITIVE_INFINITY : point.value() - half / weight;
        return new Penalised(point, value, need.gives(Need.GRADIENT) ? gradient(x, point, factor, weight) : null);
    }

    /** The lengths are those by H, W times those by I, and the sum is over W. */
    private double[] gradient(double[] x, Point point, double[] factor, double weight) {
        Lengths lengths = Lengths.of(factor, kept, problem.design().features());
        double[] added = problem.design()
                .sum(problem.response(), () -> new VectorSum(x.length), new FirthStep(x, lengths))
                .values();
        double[] gradient = point.gradient().clone();
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] += added[j] / weight / weight;
        }
        return gradient;
    }

    private record Penalised(Point point, double value, double[] gradient) implements Point {
        @Override
        public Symmetric hessian() {
            return point.hessian();
        }

        @Override
        public void times(double[] v, double[] out) {
            point.times(v, out);
        }

        @Override
        public double meanResidual() {
            return point.meanResidual();
        }

        @Override
        public double pearson() {
            return point.pearson();
        }
    }
}
