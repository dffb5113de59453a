package dev.odds.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.ExampleTable;
import dev.odds.Reference;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {

    /** Of the 2 x 3 pairs, 4 are in order and one is a tie: 4.5 / 6. Worked by hand, like the rest. */
    @Test
    void smallExampleByHand() {
        double[] label = {1, 0, 1, 0, 0};
        double[] probability = {0.9, 0.8, 0.5, 0.5, 0.1};
        Ranking ranking = Ranking.of(Predictions.labelled(label, probability, null));
        assertEquals(4.5 / 6, ranking.auc(), 1e-15);
        assertEquals(0.5 * 1 + 0.5 * (2.0 / 4), ranking.averagePrecision(), 1e-15);
        assertEquals(1 / 2.0 - 0, ranking.kolmogorovSmirnov(), 1e-15);
    }

    @Test
    void perfectReversedAndConstantOrders() {
        double[] label = {0, 0, 1};
        assertEquals(new Ranking(1, 1, 1), Ranking.of(Predictions.labelled(label, new double[] {0.1, 0.2, 0.3}, null)));
        assertEquals(
                new Ranking(0, 1 / 3.0, 1),
                Ranking.of(Predictions.labelled(label, new double[] {0.3, 0.2, 0.1}, null)));
        assertEquals(
                new Ranking(0.5, 1 / 3.0, 0),
                Ranking.of(Predictions.labelled(label, new double[] {0.2, 0.2, 0.2}, null)));
    }

    @Test
    void bothZerosAreATie() {
        assertEquals(
                0.5,
                Ranking.of(Predictions.labelled(new double[] {0, 1}, new double[] {-0.0, 0.0}, null))
                        .auc());
        assertEquals(
                0.5,
                Ranking.of(Predictions.labelled(new double[] {0, 1}, new double[] {0.0, -0.0}, null))
                        .auc());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 300, 1_000_000})
    void agreesWithTheDefinitionOverAllPairs(int steps) {
        for (long seed = 1; seed <= 5; seed++) {
            RandomPredictions p = RandomPredictions.of(seed, 400, steps);
            Ranking ranking = Ranking.of(p.checked());
            String told = "seed " + seed;
            assertEquals(pairs(p), ranking.auc(), 1e-13, told);
            assertEquals(steps(p), ranking.averagePrecision(), 1e-13, told);
            assertEquals(gap(p), ranking.kolmogorovSmirnov(), 1e-13, told);
        }
    }

    /** R's wilcox.test and ks.test. */
    @ParameterizedTest
    @CsvSource({
        "birthwt, low, (bias)",
        "spector, grade, (bias)",
        "titanic, survived=yes, count",
        "berkeley, admitted=yes, count"
    })
    void agreesWithRankTestsOfR(String table, String target, String weights) {
        Reference reference = Reference.load(table);
        ExampleTable example = ExampleTable.read(table);
        Ranking ranking =
                Ranking.of(Predictions.labelled(example.column(target), reference.fitted(), example.column(weights)));
        assertEquals(reference.scalar("auc"), ranking.auc(), 1e-15);
        assertEquals(reference.scalar("kolmogorovSmirnov"), ranking.kolmogorovSmirnov(), 1e-15);
    }

    /** Sum over pairs of unlike labels: 1 for the right order, half for a tie. */
    private static double pairs(RandomPredictions p) {
        double won = 0;
        double all = 0;
        for (int i = 0; i < p.size(); i++) {
            for (int j = 0; j < p.size(); j++) {
                if (p.label()[i] == 1 && p.label()[j] == 0) {
                    double weight = p.weights()[i] * p.weights()[j];
                    all += weight;
                    won += weight * (1 + Math.signum(p.probability()[i] - p.probability()[j])) / 2;
                }
            }
        }
        return won / all;
    }

    /** Recall gained times precision at every distinct threshold from above. */
    private static double steps(RandomPredictions p) {
        double[] thresholds = Arrays.stream(p.probability())
                .distinct()
                .map(t -> -t)
                .sorted()
                .map(t -> -t)
                .toArray();
        double sum = 0;
        double before = 0;
        for (double threshold : thresholds) {
            Confusion at = Confusion.of(p.checked(), threshold);
            sum += at.recall() == before ? 0 : (at.recall() - before) * at.precision();
            before = at.recall();
        }
        return sum;
    }

    private static double gap(RandomPredictions p) {
        return Arrays.stream(p.probability())
                .map(threshold -> {
                    Confusion at = Confusion.of(p.checked(), threshold);
                    return Math.abs(at.recall() - (1 - at.specificity()));
                })
                .max()
                .orElseThrow();
    }
}
