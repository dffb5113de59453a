package dev.odds.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A parabola on a plane, where the largest part of the normal is variable 2. */
class HeldTest {
    private static final QuadraticObjective WHOLE = new QuadraticObjective(
            new double[][] {{4, 1, 0, 2}, {1, 5, 1, 0}, {0, 1, 6, 1}, {2, 0, 1, 7}}, new double[] {1, -2, 3, -4});
    private static final double[] NORMAL = {1, 0, -4, 2};
    private static final Held PLANE = new Held(WHOLE, NORMAL, 3);

    @Test
    void everyPointIsOnThePlane() {
        double[] u = {6, 2, 5};
        double[] x = PLANE.embed(u);
        assertEquals(3, Vectors.dot(NORMAL, x));
        assertArrayEquals(u, PLANE.select(x));
        assertEquals(3, PLANE.size());
    }

    /** A parabola is exact to second order: its change over a step is that of gradient and Hessian. */
    @Test
    void derivativesAreThoseAlongThePlane() {
        double[] u = {6, 2, 5};
        Point point = PLANE.at(u, Need.HESSIAN);
        for (int i = 0; i < 3; i++) {
            double[] e = new double[3];
            e[i] = 1;
            double[] product = new double[3];
            point.times(e, product);
            double change = PLANE.at(Vectors.plus(u, 1, e), Need.VALUE).value() - point.value();
            assertEquals(change, point.gradient()[i] + product[i] / 2, 1e-12, "along " + i);
            for (int j = 0; j < 3; j++) {
                assertEquals(product[j], point.hessian().get(i, j), 1e-12, i + ", " + j);
            }
        }
    }

    /** Lagrange: at the minimum on the plane the gradient is a multiple of the normal. */
    @Test
    void scoringFindsTheMinimumOfAParabolaInOneStep() {
        Scoring.Minimum least = Scoring.minimise(PLANE, new double[3], 1e-20, 5);
        double[] gradient = WHOLE.at(PLANE.embed(least.x()), Need.GRADIENT).gradient();
        double slope = PLANE.slope(least.point());
        for (int j = 0; j < 4; j++) {
            assertEquals(slope * NORMAL[j], gradient[j], 1e-13, "variable " + j);
        }
        assertTrue(least.isConverged());
        assertEquals(1, least.steps());
    }

    @Test
    void oneVariableHeldLeavesNone() {
        QuadraticObjective line = new QuadraticObjective(new double[][] {{2}}, new double[] {1});
        Held held = new Held(line, new double[] {2}, 6);
        Scoring.Minimum least = Scoring.minimise(held, new double[0], 0, 5);
        assertArrayEquals(new double[] {3}, held.embed(least.x()));
        assertEquals(6, least.point().value());
        assertTrue(least.isConverged());
    }
}
