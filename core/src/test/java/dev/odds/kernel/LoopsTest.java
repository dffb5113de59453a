package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The SIMD loops give the bits of the scalar ones, at every width and length, also where products underflow to -0. */
class LoopsTest {
    private static final long SEED = 3;

    private final Random random = new Random(SEED);
    private final Workspace space = new Workspace();
    private final Loops scalar = Body.SCALAR.loops();
    private final Loops simd = Body.FASTEST.loops();

    @Test
    void theTestsRunWithSimd() {
        assertInstanceOf(VectorLoops.class, simd);
    }

    @Test
    void logits() {
        for (int d = 1; d < 70; d++) {
            int count = random.nextInt(d % 2 == 0 ? 12 : 100);
            int at = random.nextInt(3);
            double[] x = values(at + d * count + random.nextInt(20));
            double[] theta = values(d + 4);
            double[] expected = new double[count + 2];
            double[] found = new double[count + 2];
            scalar.logits(x, at, d, count, theta, 3, expected, 1, space);
            simd.logits(x, at, d, count, theta, 3, found, 1, space);
            same(expected, found, d, count);
            scalar.logits(narrow(x), at, d, count, theta, 3, expected, 1, space);
            simd.logits(narrow(x), at, d, count, theta, 3, found, 1, space);
            same(expected, found, d, count);
        }
    }

    @Test
    void accumulation() {
        for (int d = 1; d < 70; d++) {
            int count = random.nextInt(12);
            int at = random.nextInt(3);
            int stride = d + random.nextInt(2) * random.nextInt(9);
            double[] x = values(at + stride * count + random.nextInt(20));
            double[] r = values(count + 2);
            double[] expected = values(2 + d + random.nextInt(9));
            double[] found = expected.clone();
            scalar.accumulate(x, at, stride, d, count, r, 1, expected, 2, space);
            simd.accumulate(x, at, stride, d, count, r, 1, found, 2, space);
            same(expected, found, d, count);
            scalar.accumulate(narrow(x), at, stride, d, count, r, 1, expected, 2, space);
            simd.accumulate(narrow(x), at, stride, d, count, r, 1, found, 2, space);
            same(expected, found, d, count);
        }
    }

    @Test
    void maxima() {
        for (int d = 1; d < 40; d++) {
            int count = random.nextInt(40);
            double[] x = values(1 + count * d);
            double[] expected = new double[d];
            double[] found = new double[d];
            scalar.maxima(x, 1, d, count, expected);
            simd.maxima(x, 1, d, count, found);
            same(expected, found, d, count);
        }
    }

    @Test
    void gram() {
        Workspace space = new Workspace();
        for (int d = 1; d < 70; d++) {
            int count = random.nextInt(30);
            double[] x = values(count * d);
            double[] w = values(count);
            double[] expected = values(Cholesky.row(d));
            double[] found = expected.clone();
            scalar.gram(x, d, count, w, expected, space);
            simd.gram(x, d, count, w, found, space);
            same(expected, found, d, count);
        }
    }

    @Test
    void columns() {
        for (int length = 1; length < 70; length++) {
            int at = random.nextInt(3);
            double[] x = values(at + length + random.nextInt(40));
            double[] v = withZeros(values(length));
            double[] c = withZeros(Arrays.stream(values(length)).map(Math::abs).toArray());
            double[] dots = {scalar.dot(x, at, v, length, space), scalar.spread(x, at, length, c, v[0], space)};
            double[] same = {simd.dot(x, at, v, length, space), simd.spread(x, at, length, c, v[0], space)};
            same(dots, same, length, 1);
            double[] expected = withZeros(values(length));
            double[] found = expected.clone();
            scalar.add(x, at, length, v[0], c, expected);
            simd.add(x, at, length, v[0], c, found);
            same(expected, found, length, 1);
        }
    }

    /** Followed by none, some, or enough zeros. */
    private double[] withZeros(double[] values) {
        return Arrays.copyOf(values, values.length + random.nextInt(3) * 8);
    }

    private static void same(double[] expected, double[] found, int d, int count) {
        assertArrayEquals(expected, found, () -> "d %d, count %d, seed %d".formatted(d, count, SEED));
    }

    /** Of all sizes, one in four so small that its products vanish, or zero of either sign. */
    private double[] values(int length) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            double size =
                    random.nextInt(4) == 0 ? random.nextInt(2) * 1e-200 : Math.scalb(1.0, random.nextInt(40) - 20);
            values[i] = size * (random.nextDouble() - 0.5);
        }
        return values;
    }

    private static float[] narrow(double[] x) {
        float[] narrow = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            narrow[i] = (float) x[i];
        }
        return narrow;
    }
}
