package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.AdversarialLogits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loop over a tile is the functions of one example, its losses dealt out over 16 lanes. */
class TileTest {
    private static final int[] COUNTS = {0, 1, 4, 6, 13, 16, 17, 25, 64, 207};
    private static final int FROM = 3;
    private static final int FIRST = 5;

    private final double[] z = AdversarialLogits.all(200);
    private final double[] success = new double[z.length + FROM + FIRST];
    private final double[] failure = new double[z.length + FROM + FIRST];

    TileTest() {
        for (int i = 0; i < success.length; i++) {
            success[i] = i % 3;
            failure[i] = i % 3 == 0 || i % 7 == 0 ? 1.5 : 0;
        }
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void everyExampleIsAsIfAlone(Body body) {
        Loops loops = body.loops();
        for (int count : COUNTS) {
            double[] residual = new double[count];
            double[] curvature = new double[count];
            double[] lanes = lanes();
            loops.tile(z, success, failure, FROM + FIRST, count, residual, curvature, lanes);

            double[] expected = lanes();
            for (int i = 0; i < count; i++) {
                double w1 = success[FROM + FIRST + i];
                double w0 = failure[FROM + FIRST + i];
                double e = LogisticMath.decay(z[i]);
                assertEquals(LogisticLoss.residual(z[i], e, w1, w0), residual[i], "residual " + i + " of " + count);
                assertEquals(LogisticLoss.curvature(e, w1, w0), curvature[i], "curvature " + i + " of " + count);
                expected[i % 16] += LogisticLoss.loss(z[i], e, w1, w0);
            }
            assertArrayEquals(expected, lanes, "lanes of " + count);
        }
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void withoutCurvatureAndInPlaceTheRestIsTheSame(Body body) {
        Loops loops = body.loops();
        double[] residual = new double[z.length];
        double[] lanes = lanes();
        loops.tile(z, success, failure, FROM + FIRST, z.length, residual, new double[z.length], lanes);

        double[] inPlace = z.clone();
        double[] lanesInPlace = lanes();
        loops.tile(inPlace, success, failure, FROM + FIRST, z.length, inPlace, null, lanesInPlace);
        assertArrayEquals(residual, inPlace);
        assertArrayEquals(lanes, lanesInPlace);
    }

    /** Sums that have begun. */
    private static double[] lanes() {
        double[] lanes = new double[Lanes.COUNT];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = i;
        }
        return lanes;
    }
}
