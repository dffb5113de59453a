package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.odds.RandomData;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectedFeaturesTest {
    private static final long SEED = 5;
    private static final RandomData DATA = RandomData.of(SEED, 700, 9, 0.4);
    private static final int[] ACTIVE = {0, 3, 4, 8};

    private static Point at(Design design) {
        int d = design.features();
        double[] x = new Random(SEED).doubles(d + 1, -1, 1).toArray();
        ArrayResponse y = ArrayResponse.of(DATA.y(), DATA.weights(), DATA.offset());
        return new LogisticObjective(new Problem(design, y, Penalty.none(d), true)).at(x, Need.HESSIAN);
    }

    private static void assertSamePoint(Design whole, Design alone) {
        Point expected = at(alone);
        Point found = at(SelectedFeatures.of(whole, ACTIVE));
        assertEquals(expected.value(), found.value());
        assertArrayEquals(expected.gradient(), found.gradient());
        assertArrayEquals(expected.hessian().packed(), found.hessian().packed());
    }

    private static MemoryDesign design(Block[] blocks, int features) {
        return new MemoryDesign(blocks, Scaling.none(features), Workers.of(2));
    }

    private static RandomData alone() {
        double[][] x = new double[DATA.x().length][];
        for (int i = 0; i < x.length; i++) {
            double[] row = DATA.x()[i];
            x[i] = IntStream.of(ACTIVE).mapToDouble(j -> row[j]).toArray();
        }
        return new RandomData(x, DATA.y(), DATA.weights(), DATA.offset());
    }

    @Test
    void someFeaturesAreADesignOfThemAlone() {
        assertSamePoint(
                design(DATA.dense().toArray(Block[]::new), 9),
                design(alone().dense().toArray(Block[]::new), ACTIVE.length));
        assertSamePoint(
                design(DATA.sparse().toArray(Block[]::new), 9),
                design(alone().sparse().toArray(Block[]::new), ACTIVE.length));
    }

    @Test
    void centersAndScalesFollow() {
        double[] center = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] scale = {1, 2, 4, 8, 16, 32, 64, 128, 256};
        Design whole = new MemoryDesign(DATA.dense().toArray(Block[]::new), new Scaling(center, scale), Workers.of(1));
        Design some = SelectedFeatures.of(whole, ACTIVE);
        assertArrayEquals(new double[] {1, 4, 5, 9}, some.scaling().center());
        assertArrayEquals(new double[] {1, 8, 16, 256}, some.scaling().scale());
        assertEquals(700 * 4, some.stored());
        assertSame(whole, SelectedFeatures.of(whole, IntStream.range(0, 9).toArray()));
    }
}
