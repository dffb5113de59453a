package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A design of more than 2^31 values, whose blocks are one block many times over. */
class ManyValuesTest {
    private static final long SEED = 12;
    private static final int D = 1 << 14;
    private static final int BLOCKS = 516;

    private final Random random = new Random(SEED);
    private final float[] values = new float[Block.SIZE * D];

    private Point at(int blocks, double[] x) {
        Block[] all = new Block[blocks];
        Arrays.fill(all, new FloatBlock(D, values, Block.SIZE));
        Design design = new MemoryDesign(all, Scaling.none(D), Workers.of(2));
        double[] labels = new double[blocks * Block.SIZE];
        Arrays.setAll(labels, i -> i % Block.SIZE % 3 == 0 ? 1 : 0);
        assertEquals((long) blocks * Block.SIZE * D, design.stored());
        Problem problem = new Problem(design, ArrayResponse.of(labels), Penalty.none(D), true);
        return new LogisticObjective(problem).at(x, Need.GRADIENT);
    }

    @Test
    void everyValueOfMoreThanAnIntCanCountIsSummed() {
        for (int v = 0; v < values.length; v++) {
            values[v] = random.nextFloat() - 0.5f;
        }
        double[] x = random.doubles(D + 1, -0.1, 0.1).toArray();
        Point once = at(1, x);
        Point often = at(BLOCKS, x);
        assertTrue((long) BLOCKS * values.length > Integer.MAX_VALUE);
        assertEquals(once.value(), often.value(), 1e-14);
        assertArrayEquals(once.gradient(), often.gradient(), 1e-15, "seed " + SEED);
    }
}
