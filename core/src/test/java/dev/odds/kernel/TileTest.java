package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.AdversarialLogits;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loop over a tile is the functions of one example, its losses dealt out over 16 lanes. */
class TileTest {
    private static final int[] COUNTS = {0, 1, 4, 6, 13, 16, 17, 25, 64, 207};
    private static final int FROM = 3;
    private static final int FIRST = 5;

    private double[] z = AdversarialLogits.all(200);
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
    void everyExampleIsAsIfAloneAlsoWhereNoExponentialUnderflows(Body body) {
        z = Arrays.stream(z).filter(logit -> Math.abs(logit) < 707).toArray();
        assertTrue(z.length > COUNTS[COUNTS.length - 1]);
        everyExampleIsAsIfAlone(body);
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void everyExampleIsAsIfAlone(Body body) {
        Loops loops = body.loops();
        for (int count : COUNTS) {
            Tile tile = begun();
            double[] curvature = new double[FIRST + count];
            loops.tile(tile, success, failure, FROM + FIRST, count, curvature, FIRST);

            double[] expected = begun().lanes();
            for (int i = 0; i < count; i++) {
                double w1 = success[FROM + FIRST + i];
                double w0 = failure[FROM + FIRST + i];
                double e = LogisticMath.decay(z[i]);
                assertEquals(LogisticLoss.residual(z[i], e, w1, w0), tile.z()[i], "residual " + i + " of " + count);
                assertEquals(
                        LogisticLoss.curvature(e, w1, w0), curvature[FIRST + i], "curvature " + i + " of " + count);
                expected[i % 16] += LogisticLoss.loss(z[i], e, w1, w0);
            }
            assertArrayEquals(expected, tile.lanes(), "lanes of " + count);
        }
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void withoutCurvatureTheRestIsTheSame(Body body) {
        Tile with = begun();
        body.loops().tile(with, success, failure, FROM + FIRST, z.length, new double[z.length], 0);
        Tile without = begun();
        body.loops().tile(without, success, failure, FROM + FIRST, z.length, null, 0);
        assertArrayEquals(with.z(), without.z());
        assertArrayEquals(with.lanes(), without.lanes());
    }

    /** Logits, and sums that have begun. */
    private Tile begun() {
        Tile tile = Tile.of(z.length);
        System.arraycopy(z, 0, tile.z(), 0, z.length);
        for (int i = 0; i < tile.lanes().length; i++) {
            tile.lanes()[i] = i;
        }
        return tile;
    }
}
