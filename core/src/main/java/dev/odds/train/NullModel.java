package dev.odds.train;

import dev.odds.design.Block;
import dev.odds.design.Response;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;
import dev.odds.kernel.Tile;
import dev.odds.objective.Problem;
import dev.odds.objective.VectorSum;
import dev.odds.table.InputException;

/**
 * The fit of the bias alone, the measure of every other.
 *
 * @param bias the optimal bias; 0 where there is none
 * @param loss the mean loss there
 */
public record NullModel(double bias, double loss) {
    private static final int STEPS = 200;
    /** A step below this part of the bias is rounding. */
    private static final double ROUNDING = 0x1p-50;
    /** Weights and losses between this and its inverse can be squared and multiplied. */
    private static final double LEAST = 1e-120;

    /**
     * Without offsets in closed form; with them by {@link #balanced}.
     *
     * @throws InputException if there is a bias and no example of one of the labels, or nothing to estimate
     */
    public static NullModel of(Problem problem) {
        Response y = problem.response();
        checkWeights(y, problem.bias());
        double start = problem.bias() ? StrictMath.log(y.successes()) - StrictMath.log(y.failures()) : 0;
        double bias = problem.bias() && y.hasOffset() ? balanced(problem, start) : start;
        double loss = (y.hasOffset() ? sums(problem, bias)[0] : together(y, bias)) / y.weight();
        if (!(loss >= LEAST)) {
            throw new InputException(
                    "offsets and bias alone fit the labels to a mean loss of %s; expected at least 1e-120, so that something is left to estimate"
                            .formatted(loss));
        }
        return new NullModel(bias, loss);
    }

    /** All examples have one logit and so are one, with their summed weights. */
    private static double together(Response y, double bias) {
        return LogisticLoss.loss(bias, LogisticMath.decay(bias), y.successes(), y.failures());
    }

    private static void checkWeights(Response y, boolean bias) {
        if (y.weight() == 0 || (bias && (y.successes() == 0 || y.failures() == 0))) {
            throw new InputException(
                    "found label 1 with weight %s and label 0 with weight %s; expected examples of both"
                            .formatted(y.successes(), y.failures()));
        }
        if (!(y.weight() >= LEAST && y.weight() <= 1 / LEAST)) {
            throw new InputException(
                    "the weights sum to %s; expected between 1e-120 and 1e120: multiply each by one power of ten"
                            .formatted(y.weight()));
        }
    }

    /**
     * The bias at which the residuals sum to zero: Newton's method within the interval that their signs leave, which doubles until
     * it has two ends, and is halved where a Newton step leaves it or is not half the last (after Press et al., Numerical Recipes,
     * 9.4). A reading of the response a step.
     */
    private static double balanced(Problem problem, double start) {
        double bias = start;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double last = Double.POSITIVE_INFINITY;
        double reach = 1;
        for (int step = 0; step < STEPS; step++) {
            double[] sums = sums(problem, bias);
            if (sums[1] == 0) {
                break;
            }
            low = sums[1] < 0 ? bias : low;
            high = sums[1] > 0 ? bias : high;
            double move = -sums[1] / sums[2];
            boolean bracketed = low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY;
            if (!bracketed && !(Math.abs(move) <= reach)) {
                move = Math.copySign(reach, move);
                reach *= 2;
            } else if (bracketed && !(bias + move > low && bias + move < high && Math.abs(move) <= last / 2)) {
                move = (high - low) / 2 + low - bias;
            }
            bias += move;
            last = Math.abs(move);
            if (last <= ROUNDING * Math.max(1, Math.abs(bias))) {
                break;
            }
        }
        return bias;
    }

    private static double[] sums(Problem problem, double bias) {
        return problem.design()
                .sum(problem.response(), () -> new VectorSum(3), new At(bias))
                .values();
    }

    /** Adds loss, gradient and curvature by the bias. */
    private record At(double bias) implements Step<VectorSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, VectorSum into) {
            int n = block.examples();
            Tile tile = Tile.of(n);
            double[] curvature = new double[n];
            for (int i = 0; i < n; i++) {
                tile.z()[i] = y.offset() == null ? bias : bias + y.offset()[y.from() + i];
            }
            block.body().loops().tile(tile, y.success(), y.failure(), y.from(), n, curvature, 0);
            into.values()[0] += Lanes.fold(tile.lanes());
            into.values()[1] += Lanes.sum(tile.z(), 0, n);
            into.values()[2] += Lanes.sum(curvature, 0, n);
        }
    }
}
