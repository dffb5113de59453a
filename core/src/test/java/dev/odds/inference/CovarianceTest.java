package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CovarianceTest {

    /** One feature by hand: theta = 2 theta', b = b' - 6 theta', var b = 5 - 2 * 6 * 0.5 + 36 * 3. */
    @Test
    void oneFeatureByHand() {
        double[] c = {3, 0.5, 5};
        Covariance user = Covariance.of(c, new double[] {2}, new double[] {3}, true);
        assertArrayEquals(new double[] {12, 2 * (0.5 - 6 * 3), 107}, user.packed());
        assertEquals(-35, user.get(0, 1));
        assertEquals(-35, user.get(1, 0));
        assertArrayEquals(new double[] {Math.sqrt(12), Math.sqrt(107)}, user.standardErrors());
        assertArrayEquals(new double[] {3, 0.5, 5}, c, "not modified");
    }

    @Test
    void withoutABiasOnlyTheScaleCounts() {
        Covariance user = Covariance.of(new double[] {1, 2, 9}, new double[] {2, 4}, new double[2], false);
        assertEquals(2, user.order());
        assertArrayEquals(new double[] {4, 16, 144}, user.packed());
    }

    @Test
    void biasAloneIsUntouched() {
        assertArrayEquals(
                new double[] {7},
                Covariance.of(new double[] {7}, new double[0], new double[0], true)
                        .packed());
    }

    /**
     * Centers of a million and columns that nearly move together, so that var(b) is a small difference of large numbers. The
     * same T C T^T in BigDecimal is the truth; plain arithmetic loses it.
     */
    @Test
    void farOffCentersLoseNothing() {
        double plainWorst = 0;
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            int d = 1 + random.nextInt(6);
            double[] scale = new double[d];
            double[] center = new double[d];
            for (int j = 0; j < d; j++) {
                scale[j] = Math.scalb(1, random.nextInt(21) - 10);
                center[j] = 1e6 * (1 + random.nextDouble()) / scale[j];
            }
            double[] c = nearlySingular(random, scale, center);
            Covariance user = Covariance.of(c, scale, center, true);
            for (int k = 0; k <= d; k++) {
                double exact = biasRow(c, scale, center, k).doubleValue();
                assertEquals(exact, user.get(d, k), 1e-15 * Math.abs(exact), "seed " + seed + ", column " + k);
            }
            double exact = biasRow(c, scale, center, d).doubleValue();
            plainWorst = Math.max(plainWorst, Math.abs(plainVariance(c, scale, center) - exact) / exact);
        }
        assertTrue(plainWorst > 1e-6, "plain arithmetic was to lose digits, it lost " + plainWorst);
    }

    @Test
    void varianceBelowZeroGivesNoError() {
        assertTrue(Double.isNaN(new Covariance(1, new double[] {-1e-20}).standardErrors()[0]));
    }

    @Test
    void wrongSizesAreRefused() {
        double[] one = {1};
        assertThrows(IllegalArgumentException.class, () -> new Covariance(2, one));
        assertThrows(IllegalArgumentException.class, () -> Covariance.of(one, one, one, true));
        assertThrows(IllegalArgumentException.class, () -> Covariance.of(one, one, new double[2], false));
        assertThrows(IllegalArgumentException.class, () -> Covariance.of(one, one, one, false));
    }

    /**
     * With v = (-a, 1) and u of length about one and nearly across v: I - v v^T / |v|^2 + (u v^T + v u^T) / |v|^2 and a little
     * noise. Its entries are about one and |v| is beyond 1e6, but C v is about u, and v^T C v about one.
     */
    private static double[] nearlySingular(Random random, double[] scale, double[] center) {
        int k = scale.length + 1;
        double[] v = new double[k];
        double[] u = new double[k];
        double vv = 0;
        double uv = 0;
        for (int j = 0; j < k; j++) {
            v[j] = j < k - 1 ? -scale[j] * center[j] : 1;
            u[j] = random.nextGaussian();
            vv += v[j] * v[j];
            uv += u[j] * v[j];
        }
        for (int j = 0; j < k; j++) {
            u[j] -= uv / vv * v[j];
        }
        double[] packed = new double[k * (k + 1) / 2];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double noise = i == j ? 1 + random.nextDouble() : 0;
                packed[i * (i + 1) / 2 + j] = (i == j ? 1 : 0) + (noise - v[i] * v[j] + u[i] * v[j] + v[i] * u[j]) / vv;
            }
        }
        return packed;
    }

    /** Entry (bias, k) of T C T^T: the row (-a, 1) times C times the transposed row k of T. */
    private static BigDecimal biasRow(double[] c, double[] scale, double[] center, int k) {
        int d = scale.length;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i <= d; i++) {
            for (int j = 0; j <= d; j++) {
                BigDecimal right =
                        k == d ? shift(scale, center, j) : j == k ? new BigDecimal(scale[j]) : BigDecimal.ZERO;
                BigDecimal entry = new BigDecimal(c[Math.max(i, j) * (Math.max(i, j) + 1) / 2 + Math.min(i, j)]);
                sum = sum.add(shift(scale, center, i).multiply(entry).multiply(right));
            }
        }
        return sum;
    }

    private static BigDecimal shift(double[] scale, double[] center, int j) {
        return j == scale.length
                ? BigDecimal.ONE
                : new BigDecimal(scale[j]).multiply(new BigDecimal(center[j])).negate();
    }

    private static double plainVariance(double[] c, double[] scale, double[] center) {
        int d = scale.length;
        double sum = 0;
        for (int i = 0; i <= d; i++) {
            for (int j = 0; j <= d; j++) {
                double entry = c[Math.max(i, j) * (Math.max(i, j) + 1) / 2 + Math.min(i, j)];
                double left = i == d ? 1 : -scale[i] * center[i];
                double right = j == d ? 1 : -scale[j] * center[j];
                sum += left * entry * right;
            }
        }
        return sum;
    }
}
