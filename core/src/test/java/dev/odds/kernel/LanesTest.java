package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The unrolled loops against an array of sixteen lanes, bit for bit. */
class LanesTest {
    private static final long SEED = 16;
    private static final int[] LENGTHS = IntStream.concat(
                    IntStream.rangeClosed(0, 70), IntStream.of(127, 207, 255, 702))
            .toArray();
    private static final int MOST = 702;
    private static final int AT = 5;
    private static final int FROM = 3;

    private final double[] x = new double[MOST + AT];
    private final double[] v = new double[MOST + FROM];
    private final float[] narrow = new float[MOST + AT];
    private final double[] ones = new double[MOST + AT];

    LanesTest() {
        Random random = new Random(SEED);
        for (int j = 0; j < x.length; j++) {
            x[j] = random.nextGaussian() * Math.scalb(1, random.nextInt(60) - 30);
            narrow[j] = (float) x[j];
        }
        for (int j = 0; j < v.length; j++) {
            v[j] = random.nextGaussian();
        }
        Arrays.fill(ones, 1);
    }

    /** Element j into lane j mod 16, then k with k + 8, k + 4, k + 2, k + 1. */
    private static double reference(double[] x, int at, double[] v, int from, int length) {
        double[] lanes = new double[16];
        for (int j = 0; j < length; j++) {
            lanes[j % 16] = Math.fma(x[at + j], v[from + j], lanes[j % 16]);
        }
        for (int half = 8; half > 0; half /= 2) {
            for (int k = 0; k < half; k++) {
                lanes[k] += lanes[k + half];
            }
        }
        return lanes[0];
    }

    private static void assertSame(double expected, double found, int length) {
        assertEquals(
                Double.doubleToRawLongBits(expected),
                Double.doubleToRawLongBits(found),
                "length " + length + ", seed " + SEED);
    }

    @Test
    void aDotProductKeepsTheOrder() {
        for (int length : LENGTHS) {
            assertSame(reference(x, AT, v, FROM, length), Lanes.dot(x, AT, v, FROM, length), length);
        }
    }

    @Test
    void theOrderIsNotThatOfAPlainLoop() {
        double plain = 0;
        for (int j = 0; j < MOST; j++) {
            plain = Math.fma(x[AT + j], v[FROM + j], plain);
        }
        assertEquals(
                plain,
                Lanes.dot(x, AT, v, FROM, MOST),
                1e-10 * Arrays.stream(x).map(Math::abs).sum());
        assertNotEquals(plain, Lanes.dot(x, AT, v, FROM, MOST));
    }

    @Test
    void aFloatIsWidenedFirst() {
        double[] wide = new double[narrow.length];
        for (int j = 0; j < wide.length; j++) {
            wide[j] = narrow[j];
        }
        for (int length : LENGTHS) {
            assertSame(reference(wide, AT, v, FROM, length), Lanes.dot(narrow, AT, v, FROM, length), length);
        }
    }

    @Test
    void storedEntriesAreDealtOutAsTheyCome() {
        int[] index = scattered();
        double[] gathered = new double[MOST + AT];
        for (int p = 0; p < gathered.length; p++) {
            gathered[p] = v[FROM + index[p]];
        }
        for (int length : LENGTHS) {
            double expected = reference(x, AT, gathered, AT, length);
            assertSame(expected, Lanes.dot(index, x, AT, v, FROM, length), length);
            double counted = reference(ones, AT, gathered, AT, length);
            assertSame(counted, Lanes.dot(index, AT, v, FROM, length), length);
        }
    }

    private static int[] scattered() {
        return new Random(SEED).ints(MOST + AT, 0, MOST).sorted().toArray();
    }

    @Test
    void aFullSparseExampleHasTheBitsOfTheDenseOne() {
        int[] every = IntStream.range(-AT, MOST).toArray();
        for (int length : LENGTHS) {
            assertSame(Lanes.dot(x, AT, v, FROM, length), Lanes.dot(every, x, AT, v, FROM, length), length);
        }
    }

    @Test
    void aSumIsTheDotProductWithOnes() {
        for (int length : LENGTHS) {
            assertSame(reference(x, AT, ones, 0, length), Lanes.sum(x, AT, length), length);
            double[] absolute = Arrays.stream(x).map(Math::abs).toArray();
            for (Body body : Body.values()) {
                double[] lanes = new double[Lanes.COUNT];
                double[] sizes = new double[Lanes.COUNT];
                body.loops().sums(x, AT, length, lanes, sizes);
                assertSame(reference(x, AT, ones, 0, length), Lanes.fold(lanes), length);
                assertSame(reference(absolute, AT, ones, 0, length), Lanes.fold(sizes), length);
            }
        }
    }

    @Test
    void whatIsNotANumberStaysSo() {
        double[] bad = {1, Double.NaN, 3};
        assertEquals(Double.NaN, Lanes.dot(bad, 0, new double[] {1, 1, 1}, 0, 3));
        double[] huge = {Double.MAX_VALUE, Double.MAX_VALUE};
        assertEquals(Double.POSITIVE_INFINITY, Lanes.sum(huge, 0, 2));
    }
}
