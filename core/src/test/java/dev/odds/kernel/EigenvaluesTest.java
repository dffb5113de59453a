package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EigenvaluesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 17, 33, 100})
    void largestIsEjmls(int n) {
        for (long seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            double[] packed = new double[n * (n + 1) / 2];
            DMatrixRMaj full = new DMatrixRMaj(n, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double entry = random.nextInt(3) == 0 ? 0 : random.nextGaussian();
                    packed[i * (i + 1) / 2 + j] = entry;
                    full.set(i, j, entry);
                    full.set(j, i, entry);
                }
            }
            var ejml = DecompositionFactory_DDRM.eig(n, false, true);
            ejml.decompose(full);
            double largest = Double.NEGATIVE_INFINITY;
            double size = 0;
            for (int i = 0; i < n; i++) {
                double value = ejml.getEigenvalue(i).getReal();
                largest = Math.max(largest, value);
                size = Math.max(size, Math.abs(value));
            }
            assertEquals(largest, Eigenvalues.largest(packed, n), 1e-13 * size, "seed " + seed);
        }
    }

    @Test
    void diagonalAndAlikeEigenvalues() {
        assertEquals(3, Eigenvalues.largest(new double[] {3, 0, 3, 0, 0, 3}, 3));
        assertEquals(-1, Eigenvalues.largest(new double[] {-2, 0, -1}, 2));
        assertEquals(0, Eigenvalues.largest(new double[6], 3));
        assertEquals(2, Eigenvalues.largest(new double[] {1, 1, 1}, 2), 1e-15);
    }
}
