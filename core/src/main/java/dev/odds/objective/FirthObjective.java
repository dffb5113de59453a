package dev.odds.objective;

import dev.odds.kernel.Cholesky;
import dev.odds.optimize.Need;
import dev.odds.optimize.Objective;
import dev.odds.optimize.Point;
import dev.odds.optimize.Subspace;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;

/**
 * Firth's penalised likelihood: F*(u) = L - (1/W) (1/2) log det I, I = W H the Fisher information over the variables kept (D. Firth,
 * <i>Bias reduction of maximum likelihood estimates</i>, Biometrika 80, 1993). It has a finite minimum for separated labels too (G. Heinze
 * and M. Schemper, Statistics in Medicine 21, 2002). Where I is singular F* is infinite.
 *
 * <p>A point costs a reading of X for I and, for the gradient, one more for the leverages: O(n k^2 + k^3). The Hessian of a point is I / W:
 * scoring by it converges linearly, at a rate of the order of the leverages.
 */
public final class FirthObjective implements Objective {
    private final Problem problem;
    private final Subspace space;

    /**
     * Over some of the variables, the others held at 0.
     *
     * @param problem without a penalty of its own
     * @param kept the variables that the data tell apart, increasing; the bias is d
     */
    public FirthObjective(Problem problem, int[] kept) {
        double[] units = new double[kept.length];
        Arrays.fill(units, 1);
        this.problem = problem;
        this.space = new Subspace(new LogisticObjective(problem), kept, units);
    }

    /** Between the variables kept and all. */
    public Subspace space() {
        return space;
    }

    @Override
    public int size() {
        return space.size();
    }

    @Override
    public Point at(double[] u, Need need) {
        Point point = space.at(u, Need.HESSIAN);
        Symmetric hessian = point.hessian();
        int k = hessian.order();
        double[] factor = hessian.packed().clone();
        boolean singular = Cholesky.factor(factor, k, 0, new boolean[k]) > 0;
        double half = 0;
        for (int j = 0; j < k; j++) {
            half += StrictMath.log(factor[Cholesky.row(j) + j]);
        }
        double weight = problem.response().weight();
        double value = singular ? Double.POSITIVE_INFINITY : point.value() - half / weight;
        double[] gradient = need.gives(Need.GRADIENT) ? gradient(u, point, factor, weight) : null;
        return new Penalised(point, value, gradient, hessian);
    }

    /** The leverages are those of H over W of H times its weights: W cancels but for one division. */
    private double[] gradient(double[] u, Point point, double[] factor, double weight) {
        int d = problem.design().features();
        double[] x = space.embed(u);
        Lengths lengths = Lengths.of(factor, space.kept(), d);
        double[] added = problem.design()
                .sum(problem.response(), () -> new VectorSum(x.length), new FirthStep(x, lengths))
                .values();
        double[] gradient = point.gradient().clone();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += added[space.kept()[i]] / weight / weight;
        }
        return gradient;
    }

    private record Penalised(Point point, double value, double[] gradient, Symmetric hessian) implements Point {
        @Override
        public void times(double[] v, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 0;
                for (int j = 0; j < v.length; j++) {
                    out[i] += hessian.get(i, j) * v[j];
                }
            }
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
