package dev.odds.objective;

import dev.odds.kernel.Cholesky;
import dev.odds.optimize.Need;
import dev.odds.optimize.Objective;
import dev.odds.optimize.Point;
import dev.odds.optimize.Symmetric;
import java.util.function.Supplier;

/**
 * F(theta, b) = (1/W) sum of losses + penalty as a function of x = (theta, b), in one reading of X for value, gradient and
 * Hessian together. Safe for threads. It keeps the sums of the last reading for the next one to write over.
 */
public final class LogisticObjective implements Objective {
    private final Problem problem;
    private final boolean pearson;
    private final Spent spent = new Spent();
    /** For Newton's method, which asks for nothing else, made once. */
    private final Supplier<LossSum> withHessian = () -> empty(Need.HESSIAN);

    public LogisticObjective(Problem problem) {
        this(problem, false);
    }

    /**
     * Of a problem.
     *
     * @param pearson whether points tell Pearson's statistic where there is no Hessian, too
     */
    public LogisticObjective(Problem problem, boolean pearson) {
        this.problem = problem;
        this.pearson = pearson;
    }

    @Override
    public int size() {
        return problem.size();
    }

    @Override
    public Point at(double[] x, Need need) {
        Supplier<LossSum> zero = need == Need.HESSIAN ? withHessian : () -> empty(need);
        LossSum sum = problem.design().sum(problem.response(), zero, new LossStep(x));
        double weight = problem.response().weight();
        double loss = sum.loss(0) / weight;
        double[] gradient = need.gives(Need.GRADIENT) ? gradient(sum, x, weight) : null;
        Symmetric hessian = need == Need.HESSIAN ? hessian(sum, weight) : null;
        double residual = sum.absoluteResidual(0) / weight;
        boolean told = pearson || need == Need.HESSIAN;
        double misfit = told ? sum.pearson() / weight : Double.NaN;
        spent.add(sum);
        return new Evaluated(problem, x, loss + problem.penalty().value(x), gradient, hessian, residual, misfit);
    }

    private LossSum empty(Need need) {
        LossSum last = spent.poll();
        LossSum sum = last == null
                ? new LossSum(problem.design().features(), problem.bias(), 1, need, pearson)
                : last.emptied(need);
        return sum.leaving(spent);
    }

    private double[] gradient(LossSum sum, double[] x, double weight) {
        double[] gradient = sum.gradient(0);
        int d = problem.design().features();
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] /= weight;
        }
        for (int j = 0; j < d; j++) {
            gradient[j] = Math.fma(problem.penalty().curvature(j), x[j], gradient[j]);
        }
        return gradient;
    }

    private Symmetric hessian(LossSum sum, double weight) {
        double[] packed = sum.takeHessian();
        for (int j = 0; j < packed.length; j++) {
            packed[j] /= weight;
        }
        for (int j = 0; j < problem.design().features(); j++) {
            packed[Cholesky.row(j) + j] += problem.penalty().curvature(j);
        }
        return new Symmetric(problem.size(), packed);
    }

    /** Products with its Hessian share what they need of x. */
    private static final class Evaluated implements Point {
        private final Problem problem;
        private final double[] x;
        private final double value;
        private final double[] gradient;
        private final Symmetric hessian;
        private final double meanResidual;
        private final double pearson;
        private HessianProduct product;

        Evaluated(
                Problem problem,
                double[] x,
                double value,
                double[] gradient,
                Symmetric hessian,
                double meanResidual,
                double pearson) {
            this.problem = problem;
            this.x = x;
            this.value = value;
            this.gradient = gradient;
            this.hessian = hessian;
            this.meanResidual = meanResidual;
            this.pearson = pearson;
        }

        @Override
        public double value() {
            return value;
        }

        @Override
        public double[] gradient() {
            return gradient;
        }

        @Override
        public Symmetric hessian() {
            return hessian;
        }

        @Override
        public double meanResidual() {
            return meanResidual;
        }

        @Override
        public double pearson() {
            return pearson;
        }

        @Override
        public void times(double[] v, double[] out) {
            product().times(v, out);
        }

        private synchronized HessianProduct product() {
            if (product == null) {
                product = HessianProduct.at(problem, x);
            }
            return product;
        }
    }
}
