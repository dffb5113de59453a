package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.SparseBlock;
import dev.odds.design.Workers;
import dev.odds.kernel.LogisticLoss;
import dev.odds.optimize.Need;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sums of loss and gradient keep their digits however many examples there are. */
class SumAccuracyTest {
    private static final int N = 1_000_000;
    private static final double BOUND = 1e-14;
    /** The residual of label 0 at z = 0 is 1/2: the gradient by a column of tenths is a sum of halves of 0.1. */
    private static final double TERM = 0.5 * 0.1;

    @Test
    void aMillionEqualTermsLoseNoDigits() {
        BigDecimal exact = new BigDecimal(TERM).multiply(BigDecimal.valueOf(N));
        double naive = 0;
        for (int i = 0; i < N; i++) {
            naive += TERM;
        }
        assertTrue(error(naive, exact) > 100 * BOUND, "the naive sum must fail here: " + error(naive, exact));
        for (boolean sparse : new boolean[] {false, true}) {
            LossSum sum = sum(sparse);
            assertTrue(error(sum.gradient(0)[0], exact) < BOUND, "gradient " + error(sum.gradient(0)[0], exact));
            BigDecimal half = new BigDecimal(0.5).multiply(BigDecimal.valueOf(N));
            assertTrue(error(sum.gradient(0)[1], half) < BOUND);
            BigDecimal losses = new BigDecimal(LogisticLoss.loss(0, 1, 0, 1)).multiply(BigDecimal.valueOf(N));
            assertTrue(error(sum.loss(0), losses) < BOUND, "loss " + error(sum.loss(0), losses));
        }
    }

    private static double error(double found, BigDecimal exact) {
        return new BigDecimal(found).subtract(exact).abs().doubleValue() / exact.doubleValue();
    }

    private static LossSum sum(boolean sparse) {
        Block[] blocks = new Block[(N + Block.SIZE - 1) / Block.SIZE];
        for (int b = 0; b < blocks.length; b++) {
            int count = Math.min(Block.SIZE, N - b * Block.SIZE);
            double[] values = new double[count];
            Arrays.fill(values, 0.1);
            int[] starts = new int[count + 1];
            Arrays.setAll(starts, i -> i);
            blocks[b] = sparse ? new SparseBlock(1, starts, new int[count], values) : new DenseBlock(1, values, count);
        }
        ArrayResponse y = ArrayResponse.of(new double[N]);
        return new MemoryDesign(blocks, Scaling.none(1), Workers.of(2))
                .sum(y, () -> new LossSum(1, true, 1, Need.GRADIENT), new LossStep(new double[2]));
    }
}
