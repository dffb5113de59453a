package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.optimize.Box;
import dev.odds.optimize.Separable;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConjugateTest {
    private static final int TRIALS = 2_000;

    private static Separable random(Random random) {
        double[] slope = {random.nextInt(4) == 0 ? 0 : random.nextDouble()};
        double[] curvature = {random.nextInt(3) == 0 ? 0 : random.nextDouble()};
        double lower = random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : -random.nextInt(3);
        double upper = random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(3);
        boolean none = random.nextInt(4) == 0;
        return new Separable(slope, curvature, none ? null : new Box(new double[] {lower}, new double[] {upper}));
    }

    /** The supremum over t from -B to B, by golden sections of a concave function. */
    private static double supremum(Separable p, double y, double most) {
        double low = p.box() == null ? -most : p.box().nearest(0, -most);
        double high = p.box() == null ? most : p.box().nearest(0, most);
        for (int step = 0; step < 200; step++) {
            double left = low + 0.382 * (high - low);
            double right = low + 0.618 * (high - low);
            boolean leftwards = left * y - p.value(new double[] {left}) > right * y - p.value(new double[] {right});
            low = leftwards ? low : left;
            high = leftwards ? right : high;
        }
        return Math.max(0, low * y - p.value(new double[] {low}));
    }

    @Test
    void itIsTheSupremum() {
        Random random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            Separable p = random(random);
            double y = 3 * random.nextGaussian();
            double conjugate = Conjugate.of(p, 0, y);
            double wide = supremum(p, y, 1e6);
            if (conjugate == Double.POSITIVE_INFINITY) {
                assertTrue(wide > 10 * supremum(p, y, 1e4) && wide > 1, "trial " + trial + ": " + wide);
            } else {
                assertEquals(wide, conjugate, 1e-9 * (1 + conjugate), "trial " + trial);
            }
        }
    }

    /** All that is left at the quotient costs nothing, all that is more does. */
    @Test
    void theExcessIsWhatAProductHasToBeDividedBy() {
        Random random = new Random(2);
        for (int trial = 0; trial < TRIALS; trial++) {
            Separable p = random(random);
            double y = 3 * random.nextGaussian();
            double error = random.nextInt(2) * random.nextDouble();
            double excess = Conjugate.excess(p, 0, y, error);
            double scaled = excess * (1 + 1e-12);
            assertEquals(0, Conjugate.near(p, 0, y / scaled, error / scaled), "trial " + trial);
            double less = excess * (1 - 1e-6);
            boolean one = excess == 1 || excess == Double.POSITIVE_INFINITY;
            assertTrue(one || Conjugate.near(p, 0, y / less, error / less) > 0, "trial " + trial);
        }
    }
}
