package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where estimates are infinite, likelihoods still have limits, intervals one end, and tests their statistics. */
class SeparatedProfilesTest {
    private static final double QUANTILE = 3.841458820694124;

    /**
     * x = 1 never fails, in 3 trials; x = 0 has 5 of 10. With theta held, the likelihood over b is that of two proportions: the lower
     * end is where 2 (10 ln(1/2) - max) = quantile. Checked at the end itself: no optimiser is asked.
     */
    @Test
    void anInfiniteEstimateHasOneFiniteEnd() {
        double[][] x = {{0}, {1}};
        Solved found = Solved.of(x, ArrayResponse.grouped(new double[] {5, 3}, new double[] {10, 3}, null), true, 1);
        Interval interval = found.intervals().get(0);
        assertEquals(Double.POSITIVE_INFINITY, interval.upper());
        assertEquals(QUANTILE, deviance(interval.lower()), 1e-9);
        Solved mirrored = Solved.of(x, ArrayResponse.grouped(new double[] {5, 0}, new double[] {10, 3}, null), true, 1);
        assertEquals(Double.NEGATIVE_INFINITY, mirrored.intervals().get(0).lower());
        assertEquals(-interval.lower(), mirrored.intervals().get(0).upper(), 1e-9);
    }

    /** The least deviance over b by bisection of its derivative, above that of the limit. */
    private static double deviance(double theta) {
        double low = -30;
        double high = 30;
        for (int step = 0; step < 200; step++) {
            double b = (low + high) / 2;
            double slope = 5 - 10 / (1 + Math.exp(-b)) + 3 - 3 / (1 + Math.exp(-b - theta));
            low = slope > 0 ? b : low;
            high = slope > 0 ? high : b;
        }
        double l = -5 * Math.log1p(Math.exp(-low)) - 5 * Math.log1p(Math.exp(low));
        return 2 * (10 * Math.log(0.5) - l + 3 * Math.log1p(Math.exp(-low - theta)));
    }

    /** Of completely separated labels nothing finite is left; the ends towards the other labels are finite. */
    @Test
    void completeSeparationLeavesOneEndEach() {
        double[][] x = {{1, 0.5}, {2, -1}, {3, 0.25}, {4, 1}, {5, -0.5}, {6, 0}};
        Solved found = Solved.of(x, ArrayResponse.of(new double[] {0, 0, 0, 1, 1, 1}), true, 1);
        assertTrue(found.solution().separation().complete());
        List<Interval> intervals = found.intervals();
        assertEquals(Double.POSITIVE_INFINITY, intervals.get(0).upper());
        assertTrue(intervals.get(0).lower() > -1 && intervals.get(0).lower() < 3, intervals.toString());
        TermTest whole = found.tests().whole();
        assertEquals(12 * Math.log(2), whole.statistic(), 1e-12);
        assertEquals(2, whole.df());
        assertEquals(1, Goodness.of(found.problem(), found.solution()).tjur());
        assertEquals(1, Goodness.of(found.problem(), found.solution()).nagelkerke(), 1e-15);
    }

    /** Both ways of x_2 separate, with the other column's help: no value of it can be refused. */
    @Test
    void aVariableThatSeparatesBothWaysHasNoEnd() {
        double[][] x = {{-2, 1}, {-2, -1}, {2, 1}, {2, -1}};
        Solved found = Solved.of(x, ArrayResponse.of(new double[] {0, 0, 1, 1}), true, 1);
        assertEquals(Interval.ALL, found.intervals().get(1));
    }

    @Test
    void theLimitIsTestedWhereNoLabelIsMissed() {
        double[][] x = {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 2}, {1, 3}};
        double[] y = {0, 1, 0, 1, 1, 1};
        Solved found = Solved.of(x, ArrayResponse.of(y), true, 1);
        List<TermTest> tests = found.tests().terms(found.terms());
        Solved without = Solved.of(new double[][] {{1}, {2}, {3}, {4}, {2}, {3}}, ArrayResponse.of(y), true, 1);
        double lost = 12 * (without.solution().loss() - found.solution().loss());
        assertEquals(lost, tests.get(0).statistic(), 1e-9);
        double share = 4 * Math.log(2) / 6;
        assertEquals(12 * (share - found.solution().loss()), tests.get(1).statistic(), 1e-8);
    }

    @Test
    void aLevelOutsideIsRefused() {
        Solved found =
                Solved.of(new double[][] {{0}, {1}, {2}, {3}}, ArrayResponse.of(new double[] {0, 1, 0, 1}), true, 1);
        assertThrows(
                IllegalArgumentException.class, () -> new ProfileIntervals(found.problem(), found.solution(), 1.5));
    }
}
