package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Roles;
import dev.odds.inference.Covariances;
import dev.odds.inference.Estimate;
import dev.odds.inference.Interval;
import dev.odds.inference.LikelihoodTests;
import dev.odds.inference.ProfileIntervals;
import dev.odds.inference.TermTest;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.TableReader;
import dev.odds.train.Solution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Fits of Firth's penalised likelihood. */
class FirthTest {
    private static final LogisticRegression FIRTH = LogisticRegression.create().withFirth(true);

    private static Data shared(String file) {
        return TableReader.read(SharedData.file(file), ReadOptions.defaults(), ReadMonitor.NONE);
    }

    /** As many coefficients as examples: leverages are 1, so that probabilities are (y + 1/2) / 2, and the information is half of the curvature. */
    @Test
    void asManyCoefficientsAsExamplesConverge() {
        Fit fit = FIRTH.fit(new double[][] {{1}, {2}}, new double[] {0, 1});
        assertTrue(fit.converged());
        assertTrue(fit.iterations() < 20, "steps " + fit.iterations());
        assertArrayEquals(new double[] {-3 * Math.log(3), 2 * Math.log(3)}, estimates(fit), 1e-8);
    }

    private static double[] estimates(Fit fit) {
        return fit.coefficients().stream().mapToDouble(Estimate::estimate).toArray();
    }

    /** In the covariance of the augmented data too. */
    @ParameterizedTest
    @EnumSource(
            value = Covariances.class,
            names = {"FISHER", "AUGMENTED"})
    void aWeightIsSoManyRows(Covariances covariance) {
        double[][] x = {{1}, {2}, {3}, {4}, {5}, {6}};
        double[] y = {0, 1, 0, 1, 1, 0};
        double[] weights = {3, 1, 2, 1, 4, 1};
        int[] rows = IntStream.range(0, x.length)
                .flatMap(i -> IntStream.generate(() -> i).limit((long) weights[i]))
                .toArray();
        double[][] equal = Arrays.stream(rows).mapToObj(i -> x[i]).toArray(double[][]::new);
        double[] labels = Arrays.stream(rows).mapToDouble(i -> y[i]).toArray();
        LogisticRegression spec = FIRTH.withCovariance(covariance);
        Fit weighted = spec.fit(x, ArrayResponse.of(y, weights, null), null, Monitor.NONE);
        Fit repeated = spec.fit(equal, labels);
        assertArrayEquals(estimates(repeated), estimates(weighted), 1e-9);
        for (int j = 0; j < 2; j++) {
            double expected = repeated.coefficients().get(j).standardError();
            assertEquals(expected, weighted.coefficients().get(j).standardError(), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"logistf/sex2.csv,case,sex2,3e-7", "firth-separation/separation_data.csv,y,firthmodels,1e-6"})
    void estimatesAreThoseOfLogistf(String file, String target, String reference, double tolerance) {
        Reference expected = Reference.load(reference);
        Fit fit = FIRTH.fit(shared(file), Roles.target(target));
        assertEquals(
                expected.names(),
                fit.coefficients().stream().map(Estimate::name).toList());
        assertArrayEquals(expected.estimates(), estimates(fit), tolerance);
        assertTrue(fit.converged());
    }

    @Test
    void standardErrorsAreThoseOfFishersInformation() {
        Reference expected = Reference.load("sex2");
        List<Estimate> rows =
                FIRTH.fit(shared("logistf/sex2.csv"), Roles.target("case")).coefficients();
        assertArrayEquals(
                expected.standardErrors(),
                rows.stream().mapToDouble(Estimate::standardError).toArray(),
                6e-8);
    }

    @ParameterizedTest
    @CsvSource({"logistf/sex2.csv,case,sex2,0.9,2e-5", "firth-separation/separation_data.csv,y,firthmodels,0.95,2e-5"})
    void testsAndIntervalsByTheProfileOfThePenalisedLikelihoodAreThoseOfLogistf(
            String file, String target, String reference, double level, double tolerance) {
        Reference expected = Reference.load(reference);
        Analysis analysis = FIRTH.analyse(shared(file), Roles.target(target));
        Problem problem = analysis.problem();
        Solution solution = analysis.fitted().orElseThrow().solution();
        List<Interval> intervals = new ProfileIntervals(problem, solution, level).all();
        int d = problem.design().features();
        for (int i = 0; i < expected.names().size(); i++) {
            Interval interval = intervals.get(i == 0 ? d : i - 1);
            assertEquals(
                    expected.array("lower")[i],
                    interval.lower(),
                    tolerance,
                    expected.names().get(i));
            assertEquals(
                    expected.array("upper")[i],
                    interval.upper(),
                    tolerance,
                    expected.names().get(i));
        }
        List<TermTest> tests = new LikelihoodTests(problem, solution)
                .terms(analysis.data().encoder().spans());
        for (int i = 1; i < expected.array("p").length; i++) {
            assertEquals(
                    expected.array("p")[i],
                    tests.get(i - 1).p(),
                    1e-5 * expected.array("p")[i],
                    expected.names().get(i));
        }
    }

    @Test
    void theEndometrialStudyHasFiniteEstimatesAsPublished() {
        Fit fit = FIRTH.fit(shared("detectseparation/endometrial.csv"), Roles.target("HG"));
        // G. Heinze and M. Schemper, Statistics in Medicine 21, 2002, table II: NV 2.93 (1.55), PI -0.03 (0.04), EH
        // -2.60 (0.78)
        assertArrayEquals(new double[] {3.77, 2.93, -0.03, -2.60}, estimates(fit), 0.0051);
        assertEquals(1.55, fit.coefficients().get(1).standardError(), 0.005);
        assertEquals("none", fit.separation().verdict().word());
    }

    @Test
    void countsOfLikeRowsAreWeights() {
        Roles roles = Roles.target("case").withWeights("COUNT").withDrop(List.of("PERCENT"));
        Fit counted = FIRTH.fit(shared("logistf/sexagg.csv"), roles);
        Fit single = FIRTH.fit(shared("logistf/sex2.csv"), Roles.target("case"));
        assertArrayEquals(estimates(single), estimates(counted), 1e-9);
    }

    @Test
    void groupedCountsAreTheSameAsTheirRows() {
        double[][] rows = {{0}, {0}, {0}, {1}, {1}, {2}, {2}, {2}};
        double[] labels = {0, 0, 1, 0, 1, 1, 1, 0};
        ArrayResponse counts = ArrayResponse.grouped(new double[] {1, 1, 2}, new double[] {3, 2, 3}, null);
        Fit single = FIRTH.fit(rows, labels);
        Fit grouped = FIRTH.fit(new double[][] {{0}, {1}, {2}}, counts, null, Monitor.NONE);
        assertArrayEquals(estimates(single), estimates(grouped), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void threadsGiveTheSameBits(int threads) {
        RandomData data = RandomData.of(3, 20_000, 9, 1);
        Fit one = FIRTH.withThreads(1).fit(data.x(), data.y());
        assertEquals(
                one.fingerprint(),
                FIRTH.withThreads(threads).fit(data.x(), data.y()).fingerprint());
    }

    @Test
    void manyExamplesMakeItTheLikelihood() {
        RandomData data = RandomData.of(3, 20_000, 9, 1);
        double[] likely = estimates(LogisticRegression.create().fit(data.x(), data.y()));
        assertArrayEquals(likely, estimates(FIRTH.fit(data.x(), data.y())), 1e-3);
    }

    @Test
    void aRidgeBesideItIsRefused() {
        InputException e = assertThrows(InputException.class, () -> FIRTH.withLambda(0.1));
        assertEquals("lambda is 0.1 beside Firth's penalised likelihood; expected one of them", e.getMessage());
    }
}
