package dev.odds.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickTest {
    private static final double NONE = Double.NaN;

    private static Curve falling(double[] mean, double error) {
        double[] errors = new double[mean.length];
        Arrays.fill(errors, error);
        return new Curve(mean, errors, false);
    }

    @Test
    void ofEqualMeansTheLargerLambdaIsTheBest() {
        Curve curve = falling(new double[] {3, 2, 1, 1, 2}, 1);
        assertEquals(2, curve.best());
        assertEquals(1, curve.oneStandardError());
    }

    @Test
    void moreIsBetterOfACurveThatRises() {
        Curve curve = new Curve(new double[] {0.5, 0.7, 0.8, 0.75}, new double[] {0, 0.125, 0.125, 0.125}, true);
        assertEquals(2, curve.best());
        assertEquals(1, curve.oneStandardError());
    }

    @Test
    void lambdasWithoutAMeanAreNeverChosen() {
        Curve curve = falling(new double[] {NONE, 2, 1, NONE}, 5);
        assertEquals(2, curve.best());
        assertEquals(1, curve.oneStandardError());
        assertEquals(2, falling(new double[] {NONE, 2, 1, NONE}, NONE).oneStandardError());
    }

    @Test
    void ofSeveralCurvesTheLargerLambdaComesFirstThenTheEarlierCurve() {
        List<Curve> curves = List.of(
                falling(new double[] {4, 3, 1.5, 1.2}, 0.6),
                falling(new double[] {4, 2, 1.1, 1}, 0.6),
                falling(new double[] {4, 1.7, 1, 1}, 0.6));
        assertEquals(new Pick(2, 2), Pick.best(curves));
        assertEquals(new Pick(0, 2), Pick.oneStandardError(curves));
    }

    /** Means 1 and 3 of weights 3 and 1 are 1.5 on average, 0.5 and 1.5 from it: (3 / 4 x 0.25 + 1 / 4 x 2.25)^(1/2). */
    @Test
    void foldsWithoutAMeasureCountForNothing() {
        double[][] measures = {{1, NONE}, {NONE, NONE}, {3, 7}};
        Curve curve = Curve.of(measures, new double[] {3, 100, 1}, false);
        assertArrayEquals(new double[] {1.5, 7}, curve.mean());
        assertEquals(Math.sqrt(0.75), curve.error()[0], 1e-15);
        assertEquals(NONE, curve.error()[1]);
    }
}
