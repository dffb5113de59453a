package dev.odds.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.ExampleTable;
import dev.odds.Reference;
import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
    private static final double[] ONE = {1};

    @Test
    void smallExampleByHand() {
        Evaluation e = Evaluation.of(new double[] {1, 0, 0}, new double[] {0.5, 0.25, 0.8}, new double[] {2, 1, 1});
        assertEquals(3, e.examples());
        assertEquals(4, e.weight());
        assertEquals(2, e.positive());
        assertEquals((2 * Math.log(2) - Math.log(0.75) - Math.log(0.2)) / 4, e.logLoss(), 1e-15);
        assertEquals(Math.log(2), e.baselineLogLoss(), 1e-15);
        assertEquals(1 - e.logLoss() / Math.log(2), e.logLossSkill(), 1e-15);
        assertEquals((2 * 0.25 + 0.0625 + 0.64) / 4, e.brier(), 1e-15);
        assertEquals(0.25, e.baselineBrier());
        assertEquals(1 - e.brier() / 0.25, e.brierSkill(), 1e-15);
        assertEquals(0.5, e.auc());
        assertEquals(new Confusion(0.5, 2, 1, 0, 1), e.confusion());
        assertEquals(2 / 4.0, e.calibration().observed());
    }

    @ParameterizedTest
    @CsvSource({
        "birthwt, low, (bias)",
        "spector, grade, (bias)",
        "titanic, survived=yes, count",
        "berkeley, admitted=yes, count"
    })
    void fittedProbabilitiesOfRHaveItsLossAndBrierScore(String table, String target, String weights) {
        Reference reference = Reference.load(table);
        ExampleTable example = ExampleTable.read(table);
        Evaluation e = Evaluation.of(example.column(target), reference.fitted(), example.column(weights));
        assertEquals(reference.scalar("weight"), e.weight());
        assertEquals(reference.scalar("loss"), e.logLoss(), 2e-15);
        assertEquals(-reference.scalar("nullLogLikelihood") / e.weight(), e.baselineLogLoss(), 1e-15);
        assertEquals(1 - reference.scalar("deviance") / reference.scalar("nullDeviance"), e.logLossSkill(), 1e-14);
        assertEquals(reference.scalar("brier"), e.brier(), 1e-15);
    }

    @Test
    void lossHoldsAtTheEndsOfTheDoubles() {
        double tiny = Double.MIN_VALUE;
        double almostOne = Math.nextDown(1.0);
        assertEquals(
                -Math.log(tiny), Evaluation.of(ONE, new double[] {tiny}, null).logLoss(), 1e-12);
        assertEquals(
                1e-300,
                Evaluation.of(new double[] {0}, new double[] {1e-300}, null).logLoss());
        assertEquals(-0.0, -Math.log(1 - 1e-300), "the naive formula loses it");
        assertEquals(
                53 * Math.log(2),
                Evaluation.of(new double[] {0}, new double[] {almostOne}, null).logLoss(),
                1e-14);
        assertEquals(0x1p-53, Evaluation.of(ONE, new double[] {almostOne}, null).logLoss(), 1e-31);
    }

    @Test
    void certaintyCostsNothingWhereRightAndEverythingWhereWrong() {
        double[] label = {0, 1};
        assertEquals(0, Evaluation.of(label, new double[] {0, 1}, null).logLoss());
        Evaluation wrong = Evaluation.of(label, new double[] {1, 0.5}, null);
        assertEquals(Double.POSITIVE_INFINITY, wrong.logLoss());
        assertEquals(Double.NEGATIVE_INFINITY, wrong.logLossSkill());
        assertEquals(0.625, wrong.brier());
    }

    @Test
    void oneClassHasNoRankingAndNoSkill() {
        for (double label : new double[] {0, 1}) {
            Evaluation e = Evaluation.of(new double[] {label, label}, new double[] {0.2, 0.4}, null);
            assertTrue(Double.isNaN(e.auc()));
            assertTrue(Double.isNaN(e.ranking().averagePrecision()));
            assertTrue(Double.isNaN(e.logLossSkill()));
            assertTrue(Double.isNaN(e.brierSkill()));
            assertEquals(0, e.baselineLogLoss());
            assertTrue(Double.isFinite(e.logLoss()));
        }
    }

    @Test
    void weightTwoIsTheRowTwiceAndWeightZeroIsNoRow() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomPredictions p = RandomPredictions.of(seed, 50, 7);
            for (int i = 0; i < p.size(); i++) {
                p.weights()[i] = i % 3;
            }
            int[] positions = IntStream.range(0, p.size())
                    .flatMap(i -> IntStream.range(0, i % 3).map(k -> i))
                    .toArray();
            RandomPredictions repeated = p.pick(positions);
            assertClose(
                    Evaluation.of(repeated.label(), repeated.probability(), null), evaluate(p), 1e-15, "seed " + seed);
            assertEquals(33, evaluate(p).examples());
        }
    }

    @Test
    void aWrongCertaintyOfWeightZeroIsNotThere() {
        Evaluation e = Evaluation.of(new double[] {1, 0}, new double[] {0.5, 1}, new double[] {1, 0});
        assertEquals(Math.log(2), e.logLoss(), 1e-16);
        assertEquals(1, e.examples());
    }

    @Test
    void orderDoesNotMatter() {
        long seed = 11;
        RandomPredictions p = RandomPredictions.of(seed, 100_000, 1 << 20);
        for (int i = 0; i < p.size(); i++) {
            p.probability()[i] = 0.01 + 0.98 * p.probability()[i];
            p.weights()[i] = 0.1 * (1 + i % 7);
        }
        List<Integer> order = IntStream.range(0, p.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(seed));
        RandomPredictions shuffled = p.pick(order.stream().mapToInt(i -> i).toArray());
        assertClose(evaluate(p), evaluate(shuffled), 4e-16, "seed " + seed);
    }

    @Test
    void countsAreLabelsByTheirWeights() {
        RandomPredictions p = RandomPredictions.of(4, 200, 9);
        double[] success = new double[100];
        double[] failure = new double[100];
        double[] both = new double[200];
        for (int i = 0; i < 100; i++) {
            success[i] = p.weights()[i];
            failure[i] = p.weights()[100 + i];
            p.label()[i] = 1;
            p.label()[100 + i] = 0;
            both[i] = 0.01 + 0.98 * p.probability()[i];
            both[100 + i] = both[i];
        }
        Evaluation grouped = Evaluation.weighted(success, failure, Arrays.copyOf(both, 100), 0.4);
        Evaluation labels = Evaluation.of(p.label(), both, p.weights(), 0.4);
        assertClose(labels, grouped, 1e-14, "counts");
        assertEquals(labels.confusion().falsePositive(), grouped.confusion().falsePositive(), 1e-12);
        assertEquals(
                IntStream.range(0, 100).filter(i -> success[i] + failure[i] > 0).count(), grouped.examples());
    }

    @Test
    void argumentsAreNotModified() {
        RandomPredictions p = RandomPredictions.of(3, 30, 9);
        RandomPredictions copy = new RandomPredictions(
                p.label().clone(), p.probability().clone(), p.weights().clone());
        evaluate(p);
        assertArrayEquals(copy.label(), p.label());
        assertArrayEquals(copy.probability(), p.probability());
        assertArrayEquals(copy.weights(), p.weights());
    }

    @Test
    void badArgumentsAreToldInASentence() {
        assertRefused("found the label 2.0 at position 1; expected 0 or 1", new double[] {1, 2}, new double[2], null);
        assertRefused("found the label NaN at position 0; expected 0 or 1", new double[] {Double.NaN}, ONE, null);
        assertRefused("probability 1.5 at position 0; expected a number from 0", ONE, new double[] {1.5}, null);
        assertRefused("probability NaN", ONE, new double[] {Double.NaN}, null);
        assertRefused("weight -1.0 at position 0; expected a finite number", ONE, ONE, new double[] {-1});
        assertRefused("weight Infinity", ONE, ONE, new double[] {Double.POSITIVE_INFINITY});
        assertRefused("found 1 labels, 2 probabilities and no weights", ONE, new double[2], null);
        assertRefused("found 1 labels, 1 probabilities and 2 weights", ONE, ONE, new double[2]);
        assertRefused("no example of positive weight", ONE, ONE, new double[1]);
        assertRefused("no example of positive weight", new double[0], new double[0], null);
        assertThrows(InputException.class, () -> Evaluation.of(ONE, ONE, null, Double.NaN));
        assertThrows(InputException.class, () -> Evaluation.of(ONE, ONE, null, 1.01));
    }

    private static Evaluation evaluate(RandomPredictions p) {
        return Evaluation.of(p.label(), p.probability(), p.weights());
    }

    private static void assertRefused(String sentence, double[] label, double[] probability, double[] weight) {
        InputException e = assertThrows(InputException.class, () -> Evaluation.of(label, probability, weight));
        assertTrue(e.getMessage().contains(sentence), e.getMessage());
    }

    private static void assertClose(Evaluation a, Evaluation b, double relative, String told) {
        double[][] pairs = {
            {a.weight(), b.weight()},
            {a.logLoss(), b.logLoss()},
            {a.brier(), b.brier()},
            {a.auc(), b.auc()},
            {a.ranking().averagePrecision(), b.ranking().averagePrecision()},
            {a.ranking().kolmogorovSmirnov(), b.ranking().kolmogorovSmirnov()},
            {a.calibration().predicted(), b.calibration().predicted()},
            {a.calibration().expectedError(), b.calibration().expectedError()},
            {a.confusion().accuracy(), b.confusion().accuracy()}
        };
        for (int k = 0; k < pairs.length; k++) {
            assertEquals(pairs[k][0], pairs[k][1], relative * Math.abs(pairs[k][0]), told + ", measure " + k);
        }
        assertEquals(a.calibration().bins().size(), b.calibration().bins().size());
    }
}
