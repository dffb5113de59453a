package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Precise;
import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.DesignBuilder;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.table.InputException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bias alone against bisection in 80 digits. */
class NullModelTest {
    private static final long SEED = 60;
    private static final int N = 24;

    private static Problem problem(ArrayResponse y, boolean bias) {
        MemoryDesign design = new DesignBuilder(bias, false, Workers.of(1))
                .build(ArrayExamples.of(new double[(int) y.examples()][0]));
        return new Problem(design, y, Penalty.none(0), bias);
    }

    private static double[] labels() {
        double[] y = new double[N];
        Arrays.setAll(y, i -> i % 3 == 0 ? 1 : 0);
        return y;
    }

    private static BigDecimal slope(ArrayResponse y, BigDecimal bias) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < N; i++) {
            BigDecimal z = bias.add(new BigDecimal(y.offset()[i]), Precise.DIGITS);
            sum = sum.add(new BigDecimal(y.failure()[i] + y.success()[i]).multiply(Precise.sigmoid(z), Precise.DIGITS))
                    .subtract(new BigDecimal(y.success()[i]));
        }
        return sum;
    }

    private static BigDecimal optimum(ArrayResponse y) {
        BigDecimal low = new BigDecimal(-3000);
        BigDecimal high = new BigDecimal(3000);
        for (int step = 0; step < 60; step++) {
            BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2), Precise.DIGITS);
            if (slope(y, middle).signum() < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static BigDecimal loss(ArrayResponse y, BigDecimal bias) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < N; i++) {
            BigDecimal z = bias.add(new BigDecimal(y.offset()[i]));
            sum = sum.add(new BigDecimal(y.failure()[i]).multiply(Precise.softplus(z)))
                    .add(new BigDecimal(y.success()[i]).multiply(Precise.softplus(z.negate())));
        }
        return sum.divide(new BigDecimal(y.weight()), Precise.DIGITS);
    }

    private static void assertOptimal(double[] weights, double[] offset) {
        ArrayResponse y = ArrayResponse.of(labels(), weights, offset);
        NullModel found = NullModel.of(problem(y, true));
        BigDecimal exact = optimum(y);
        double loss = loss(y, exact).doubleValue();
        assertEquals(loss, found.loss(), 1e-13 * loss, "offsets " + Arrays.toString(offset));
        BigDecimal excess = loss(y, new BigDecimal(found.bias())).subtract(loss(y, exact));
        assertTrue(excess.doubleValue() <= 1e-15 * loss, "excess " + excess.doubleValue() + " of " + loss);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -50, 50, 300, -700, 700, 800, 2000})
    void offsetsThatAreAllAlikeAreTakenBack(double offset) {
        double[] offsets = new double[N];
        Arrays.fill(offsets, offset);
        assertOptimal(null, offsets);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 50, 300, 700, 2000})
    void offsetsOfBothSignsAreBalanced(double size) {
        double[] mixed = new double[N];
        double[] wrong = new double[N];
        double[] random = new double[N];
        Random source = new Random(SEED);
        for (int i = 0; i < N; i++) {
            mixed[i] = i % 2 == 0 ? size : -size;
            wrong[i] = i % 3 == 0 ? -size : size;
            random[i] = size * source.nextGaussian() / 3;
        }
        assertOptimal(null, mixed);
        assertOptimal(null, wrong);
        assertOptimal(null, random);
    }

    @Test
    void oneOffsetFarFromTheOthersDoesNotMislead() {
        for (int i = 0; i < 4; i++) {
            double[] offset = new double[N];
            offset[i] = i % 2 == 0 ? 700 : -700;
            assertOptimal(null, offset);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void weightsOfEverySizeAndOffsetsTogether(int seed) {
        Random random = new Random(seed);
        double[] weights = new double[N];
        double[] offset = new double[N];
        for (int i = 0; i < N; i++) {
            weights[i] = Math.pow(10, random.nextInt(25) - 12);
            offset[i] = random.nextGaussian() * 20;
        }
        assertOptimal(weights, offset);
    }

    @Test
    void withoutOffsetsItIsTheLogOddsAndWithoutABiasTheOffsets() {
        NullModel plain = NullModel.of(problem(ArrayResponse.of(labels()), true));
        assertEquals(Math.log(8.0 / 16), plain.bias(), 1e-15);
        assertEquals(Math.log(3) - Math.log(2) * 2 / 3, plain.loss(), 1e-15);
        double[] offset = new double[N];
        Arrays.fill(offset, 3);
        ArrayResponse y = ArrayResponse.of(labels(), null, offset);
        NullModel none = NullModel.of(problem(y, false));
        assertEquals(0, none.bias());
        assertEquals(loss(y, BigDecimal.ZERO).doubleValue(), none.loss(), 1e-15);
    }

    private static String refusal(ArrayResponse y, boolean bias) {
        return assertThrows(InputException.class, () -> NullModel.of(problem(y, bias)))
                .getMessage();
    }

    @Test
    void whatLeavesNothingToEstimateIsRefused() {
        double[] ones = new double[N];
        Arrays.fill(ones, 1);
        assertTrue(refusal(ArrayResponse.of(ones), true).contains("both"));
        assertEquals(
                Math.log(2),
                NullModel.of(problem(ArrayResponse.of(ones), false)).loss(),
                1e-15);
        assertTrue(
                refusal(ArrayResponse.of(labels(), new double[N], null), false).contains("weight"));
        double[] right = new double[N];
        Arrays.setAll(right, i -> i % 3 == 0 ? 900 : -900);
        assertTrue(refusal(ArrayResponse.of(labels(), null, right), true).contains("offsets"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e308, 1e200, 1e-200, 1e-310, Double.MIN_VALUE})
    void weightsWhoseSquaresLeaveTheRangeAreRefused(double weight) {
        double[] weights = new double[N];
        Arrays.fill(weights, weight);
        assertTrue(refusal(ArrayResponse.of(labels(), weights, null), true).contains("1e-120"));
    }
}
