package dev.odds.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.kernel.Cholesky;
import org.junit.jupiter.api.Test;

/** A parabola with some variables held and others in units of their own. */
class SubspaceTest {
    private static final QuadraticObjective WHOLE = new QuadraticObjective(
            new double[][] {{4, 1, 0, 2}, {1, 5, 1, 0}, {0, 1, 6, 1}, {2, 0, 1, 7}}, new double[] {1, -2, 3, -4});
    private static final Subspace PART = new Subspace(WHOLE, new int[] {1, 3}, new double[] {0.5, 4});

    @Test
    void heldVariablesAreZeroAndTheOthersInTheirUnits() {
        assertEquals(2, PART.size());
        assertArrayEquals(new double[] {0, 3, 0, 8}, PART.embed(new double[] {6, 2}));
        assertArrayEquals(new double[] {6, 2}, PART.select(new double[] {9, 3, 9, 8}));
    }

    @Test
    void valueGradientAndHessianAreThoseByTheNewVariables() {
        double[] u = {6, 2};
        Point point = PART.at(u, Need.HESSIAN);
        Point whole = WHOLE.at(new double[] {0, 3, 0, 8}, Need.HESSIAN);
        assertEquals(whole.value(), point.value());
        assertArrayEquals(new double[] {0.5 * whole.gradient()[1], 4 * whole.gradient()[3]}, point.gradient());
        assertEquals(0.25 * 5, point.hessian().get(0, 0));
        assertEquals(0, point.hessian().get(0, 1));
        assertEquals(16 * 7, point.hessian().get(1, 1));
        double[] product = new double[2];
        point.times(new double[] {1, 1}, product);
        assertArrayEquals(new double[] {0.25 * 5, 16 * 7}, product);
        double most = Math.max(Math.abs(whole.gradient()[1]), Math.abs(whole.gradient()[3]));
        assertEquals(most, PART.largestDerivative(point));
    }

    @Test
    void aSymmetricMatrixIsReadFromItsLowerHalf() {
        Symmetric whole = WHOLE.at(new double[4], Need.HESSIAN).hessian();
        Symmetric part = whole.select(new int[] {0, 2, 3}, new double[] {1, 2, 0.5});
        double[] units = {1, 2, 0.5};
        int[] kept = {0, 2, 3};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(whole.get(kept[i], kept[j]), whole.get(kept[j], kept[i]));
                assertEquals(units[i] * units[j] * whole.get(kept[i], kept[j]), part.get(i, j));
            }
        }
        assertEquals(Cholesky.row(3), part.packed().length);
        assertEquals(0, whole.select(new int[0], new double[0]).order());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Symmetric.zero(65_536))
                .getMessage()
                .contains("lbfgs"));
    }
}
