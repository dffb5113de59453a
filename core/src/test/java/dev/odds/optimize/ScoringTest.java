package dev.odds.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** 1 + ln cosh x, whose full Newton steps from far away leap ever farther. */
class ScoringTest {
    private record LogCosh() implements Objective {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public Point at(double[] x, Need need) {
            double curvature = 1 / Math.pow(Math.cosh(x[0]), 2);
            return new At(1 + Math.log(Math.cosh(x[0])), new double[] {Math.tanh(x[0])}, new Symmetric(1, new double[] {
                curvature
            }));
        }
    }

    private record At(double value, double[] gradient, Symmetric hessian) implements Point {
        @Override
        public void times(double[] v, double[] out) {
            out[0] = hessian.get(0, 0) * v[0];
        }

        @Override
        public double meanResidual() {
            return 0;
        }

        @Override
        public double pearson() {
            return 0;
        }
    }

    @Test
    void stepsThatOvershootAreHalved() {
        double full = 3 - Math.sinh(3) * Math.cosh(3);
        assertTrue(Math.abs(full) > 90, "the full step was to leap, it ends at " + full);
        Scoring.Minimum least = Scoring.minimise(new LogCosh(), new double[] {3}, 1e-20, 50);
        assertTrue(least.isConverged());
        assertEquals(0, least.x()[0], 1e-9);
    }

    @Test
    void theLimitOfStepsIsAReason() {
        Scoring.Minimum least = Scoring.minimise(new LogCosh(), new double[] {3}, 1e-20, 1);
        assertEquals(Reason.ITERATIONS, least.reason());
        assertEquals(1, least.steps());
        assertTrue(least.decrement() > 1e-20);
    }
}
