package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored columns are the user's under a shift and a power of two, to the last bit, and near unit size. */
class ScalingTest {
    private static final long SEED = 52;
    private static final int N = 700;

    private final Random random = new Random(SEED);

    private static MemoryDesign build(boolean center, IntToDoubleFunction column) {
        double[][] x = new double[N][1];
        for (int i = 0; i < N; i++) {
            x[i][0] = column.applyAsDouble(i);
        }
        return new DesignBuilder(center, false, Workers.of(2)).build(ArrayExamples.of(x));
    }

    /** Builds, compares every stored value with the exact one, and gives the scaling. */
    private static Scaling exact(IntToDoubleFunction column) {
        double[] values = new double[N];
        for (int i = 0; i < N; i++) {
            values[i] = column.applyAsDouble(i);
        }
        MemoryDesign design = build(true, i -> values[i]);
        double[] stored = stored(design);
        BigDecimal center = new BigDecimal(design.scaling().center()[0]);
        BigDecimal scale = new BigDecimal(design.scaling().scale()[0]);
        assertEquals(0, Math.scalb(1.0, Math.getExponent(scale.doubleValue())) - scale.doubleValue());
        for (int i = 0; i < N; i++) {
            BigDecimal expected = new BigDecimal(values[i]).subtract(center).multiply(scale);
            assertEquals(0, expected.compareTo(new BigDecimal(stored[i])), values[i] + " is stored as " + stored[i]);
        }
        return design.scaling();
    }

    private static double[] stored(MemoryDesign design) {
        return design.sum(ArrayResponse.of(new double[N]), () -> new Listed(new double[N]), new Listed.Write()).x;
    }

    private record Listed(double[] x) implements Sum<Listed> {
        private static final long serialVersionUID = 1L;

        record Write() implements Step<Listed> {
            private static final long serialVersionUID = 1L;

            @Override
            public void add(Block block, Slice y, Listed into) {
                for (int i = 0; i < block.examples(); i++) {
                    double[] value = new double[1];
                    into.x[y.from() + i] = block.entries(i, new int[1], value) == 0 ? 0 : value[0];
                }
            }
        }

        @Override
        public void merge(Listed other) {
            for (int i = 0; i < x.length; i++) {
                x[i] += other.x[i];
            }
        }
    }

    private static double deviation(double[] x) {
        double sum = 0;
        double squares = 0;
        for (double v : x) {
            sum += v;
            squares += v * v;
        }
        return Math.sqrt(squares / N - sum / N * (sum / N));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-3, 1e7, 1e-110, 1e110})
    void numbersOfAnySizeAreStoredNearUnitDeviation(double size) {
        Scaling scaling = exact(i -> random.nextGaussian() * size);
        double deviation = deviation(stored(build(true, i -> random.nextGaussian() * size)));
        assertTrue(deviation > 0.4 && deviation < 2.5, size + " gives " + deviation);
        assertEquals(0, scaling.center()[0]);
    }

    @Test
    void aSmallVariationFarFromZeroIsCenteredWithoutLoss() {
        Scaling scaling = exact(i -> 1e6 + random.nextGaussian());
        assertEquals(1e6, scaling.center()[0], 1);
        scaling = exact(i -> 1_600_000_000 + random.nextInt(100));
        assertEquals(1_600_000_050, scaling.center()[0], 20);
        scaling = exact(i -> -3e-7 - random.nextInt(64) * 0x1p-60);
        assertEquals(-3e-7, scaling.center()[0], 1e-15);
    }

    @Test
    void whereCenteringWouldLoseABitThereIsNone() {
        Scaling scaling = exact(i -> i == 3 ? 0x1p-40 : 1e6 + random.nextGaussian());
        assertEquals(0, scaling.center()[0]);
    }

    @Test
    void mixedMagnitudesAreStoredExactly() {
        exact(i -> random.nextGaussian() * Math.pow(10, random.nextInt(200) - 100));
        exact(i -> i == 0 ? 1e100 : random.nextGaussian());
        exact(i -> i == 0 ? 1e100 : i == 1 ? Double.MIN_VALUE : i == 2 ? 1e-300 : 1);
        exact(i -> i % 3 == 0 ? Double.MIN_VALUE : random.nextGaussian());
        exact(i -> i == 0 ? 1e12 : random.nextGaussian());
    }

    @Test
    void aConstantColumnIsStoredAsZero() {
        for (double constant : new double[] {7, 0.1, -1e-9, 1e100}) {
            exact(i -> constant);
            assertEquals(0, deviation(stored(build(true, i -> constant))));
            assertEquals(0, stored(build(true, i -> constant))[5]);
        }
        Scaling zero = exact(i -> 0);
        assertEquals(1, zero.scale()[0]);
    }

    @Test
    void withoutABiasNothingIsCentered() {
        assertEquals(0, build(false, i -> 1e6 + i).scaling().center()[0]);
    }

    /** Squares of such numbers, and of the coefficients that belong to them, would leave the range of doubles. */
    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e160, -1e130, 1e-130, 1e-300, 1e-310, Double.MIN_VALUE, Double.MAX_VALUE})
    void sizesThatSquaresCannotHoldAreRefusedInASentence(double size) {
        InputException refused =
                assertThrows(InputException.class, () -> build(true, i -> i % 2 == 0 ? size : size / 2));
        assertTrue(refused.getMessage().startsWith("feature 1 "), refused.getMessage());
        assertTrue(refused.getMessage().contains("1e-120"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void coefficientsGoToStoredAndBackUnchanged(int outputs) {
        Scaling scaling = new Scaling(new double[] {0, 4, -3}, new double[] {0.25, 1, 1024});
        double[] theta = random.doubles(3L * Math.max(1, outputs), -1, 1).toArray();
        double[] bias = random.doubles(outputs, -1, 1).toArray();
        Coefficients user = new Coefficients(theta, bias);
        Coefficients stored = scaling.toStored(user);
        Coefficients back = scaling.toUser(stored);
        assertArrayEquals(theta, back.theta());
        assertArrayEquals(bias, back.bias(), 1e-14);
        double[] x = {2.5, -1, 7};
        for (int k = 0; k < outputs; k++) {
            double expected = bias[k];
            double found = stored.bias()[k];
            for (int j = 0; j < 3; j++) {
                expected += theta[3 * k + j] * x[j];
                found += stored.theta()[3 * k + j] * (x[j] - scaling.center()[j]) * scaling.scale()[j];
            }
            assertEquals(expected, found, 1e-13);
        }
    }
}
