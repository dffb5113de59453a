package dev.odds.objective;

import dev.odds.optimize.Point;

/**
 * The gap between F and a dual point made of the residuals, a bound on F - min F for lambda > 0 (derived in
 * docs/derivation.md).
 *
 * <p>D(r) = -sum_i f_i*(r_i) + sum_i r_i offset_i - sum_j (X r)_j^2 / (2 lambda unit_j^2), all over W, for residuals that
 * sum to zero where the bias is free; a coefficient of unit 0 is held at 0. Those at hand do so only at the optimal bias:
 * they are taken at a bias that is optimised for it, and the heavier class is scaled down by what is left. Two readings, or
 * a few more.
 */
public record DualityGap(Problem problem) {
    private static final int BIAS_STEPS = 3;
    private static final double BALANCED = 1e-10;
    /** Rounding moves a sum by at most this part of its absolute terms, generously. */
    private static final double ROUNDING = 0x1p-50;

    /**
     * An upper bound on F(x) - min F.
     *
     * @param x theta and, if there is one, the bias; not modified
     * @param point F at x
     */
    public double gap(double[] x, Point point) {
        double[] at = x.clone();
        DualSum sum = at(at, 1, 1);
        if (problem.bias()) {
            sum = balanced(at, sum);
        }
        double rounding = ROUNDING * (Math.abs(point.value()) + size(sum, at));
        return Math.max(0, point.value() - dual(sum)) + rounding;
    }

    /** The absolute terms of the dual, and what the bias makes of residuals that sum to zero but for rounding. */
    private double size(DualSum sum, double[] x) {
        double bias = problem.bias() ? Math.max(1, Math.abs(x[x.length - 1])) : 0;
        double residuals = sum.positive() + sum.negative();
        return (Math.abs(sum.conjugates()) + sum.absoluteOffsets() + bias * residuals)
                / problem.response().weight();
    }

    private DualSum at(double[] x, double positive, double negative) {
        int d = problem.design().features();
        return problem.design().sum(problem.response(), () -> new DualSum(d), new DualSum.At(x, positive, negative));
    }

    /** Moves the bias of {@code x} towards balanced residuals, then scales what is left; the scaled residuals sum to zero. */
    private DualSum balanced(double[] x, DualSum first) {
        DualSum sum = first;
        int last = x.length - 1;
        double[] unit = new double[x.length];
        double[] product = new double[x.length];
        unit[last] = 1;
        for (int step = 0; step < BIAS_STEPS && !isBalanced(sum); step++) {
            problem.design()
                    .sum(problem.response(), () -> new VectorSum(x.length), new ProductStep(x, unit))
                    .copyTo(product);
            x[last] -= Math.max(-1, Math.min(1, (sum.positive() - sum.negative()) / product[last]));
            sum = at(x, 1, 1);
        }
        double p = sum.positive();
        double q = sum.negative();
        return p == q ? sum : at(x, Math.min(1, q / p), Math.min(1, p / q));
    }

    private static boolean isBalanced(DualSum sum) {
        return Math.abs(sum.positive() - sum.negative()) <= BALANCED * Math.max(sum.positive(), sum.negative());
    }

    private double dual(DualSum sum) {
        double squares = 0;
        Penalty penalty = problem.penalty();
        double weight = problem.response().weight();
        for (int j = 0; j < problem.design().features(); j++) {
            boolean held = penalty.units()[j] == 0;
            double mean = held ? 0 : sum.product(j) / weight;
            squares += mean == 0 ? 0 : mean * mean / (2 * penalty.curvature(j));
        }
        return (sum.offsets() - sum.conjugates()) / weight - squares;
    }
}
