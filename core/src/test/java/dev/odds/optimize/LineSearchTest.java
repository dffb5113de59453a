package dev.odds.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that fall enough, wherever the first trial is and however small the function. */
class LineSearchTest {
    private static final double[][] A = {{3, 1}, {1, 2}};
    private static final double[] B = {1, -1};
    private static final double[] START = {5, 7};

    private static double[] descent(Point point) {
        return Vectors.times(-1, point.gradient());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-3, 0.3, 1, 50, 1e9})
    void anyFirstTrialEndsInAGoodStep(double first) {
        QuadraticObjective f = new QuadraticObjective(A, B);
        Point point = f.at(START, Need.GRADIENT);
        double[] direction = descent(point);
        double slope = Vectors.dot(point.gradient(), direction);
        LineSearch.Step step = LineSearch.search(f, START, point, direction, first);
        assertTrue(step.point().value() <= point.value() + 1e-4 * step.t() * slope);
        assertTrue(Vectors.dot(step.point().gradient(), direction) >= 0.9 * slope);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-22, 1e-110, 1e100})
    void theFirstTrialIsTheMinimumOfAParabola(double factor) {
        QuadraticObjective f = new QuadraticObjective(A, B, factor, 0);
        Point point = f.at(START, Need.GRADIENT);
        double[] direction = descent(point);
        double t = LineSearch.first(point, direction);
        Point there = f.at(Vectors.plus(START, t, direction), Need.GRADIENT);
        double slope = Vectors.dot(there.gradient(), direction) / Vectors.dot(point.gradient(), direction);
        assertEquals(0, slope, 1e-12);
    }

    @Test
    void whereNothingIsBentTheFirstTrialMovesByOne() {
        QuadraticObjective f = new QuadraticObjective(new double[2][2], new double[] {3, 4});
        Point point = f.at(START, Need.GRADIENT);
        assertEquals(0.2, LineSearch.first(point, descent(point)), 1e-15);
    }

    /** The constant hides every change of the value; the slopes are exact. */
    @Test
    void whereTheValueDrownsTheSlopeDecides() {
        QuadraticObjective f = new QuadraticObjective(A, B, 1e-12, 1e6);
        Point point = f.at(START, Need.GRADIENT);
        double[] direction = descent(point);
        double t = LineSearch.first(point, direction);
        assertTrue(
                LineSearch.isGood(point, f.at(Vectors.plus(START, t, direction), Need.GRADIENT), direction, t, 0.25));
        assertNotNull(LineSearch.search(f, START, point, direction, t));
    }

    @Test
    void aRiseThatIsNoRoundingIsNotGood() {
        QuadraticObjective f = new QuadraticObjective(A, B);
        Point point = f.at(START, Need.GRADIENT);
        double[] direction = descent(point);
        assertFalse(
                LineSearch.isGood(point, f.at(Vectors.plus(START, 2, direction), Need.GRADIENT), direction, 2, 0.25));
        double[] nowhere = {Double.NaN, 0};
        assertFalse(LineSearch.isGood(point, f.at(nowhere, Need.GRADIENT), direction, 1, 0.25));
    }
}
