package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.ExampleTable;
import dev.odds.Reference;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standard errors of other programs, from the fitted probabilities by way of centred and scaled columns. */
class StandardErrorTest {

    @ParameterizedTest
    @CsvSource({"birthwt, (bias)", "spector, (bias)", "titanic, count", "berkeley, count"})
    void agreeWithR(String table, String weights) {
        Reference reference = Reference.load(table);
        ExampleTable example = ExampleTable.read(table);
        double[][] x =
                example.columns(reference.names().subList(1, reference.names().size()));
        double[] errors = covariance(x, weights(example.column(weights), reference.fitted()), 0.25)
                .standardErrors();
        for (int j = 0; j < x.length; j++) {
            assertEquals(
                    1,
                    errors[j] / reference.standardErrors()[j + 1],
                    1e-12,
                    reference.names().get(j + 1));
        }
        assertEquals(1, errors[x.length] / reference.standardErrors()[0], 1e-12, "(bias)");
    }

    @Test
    void covarianceAgreesWithStata() {
        Reference stata = Reference.load("spector-stata");
        double[][] x = ExampleTable.read("spector").columns(stata.names().subList(0, 3));
        Covariance covariance = covariance(x, weights(ones(32), stata.fitted()), 1);
        double[] expected = stata.array("covariance");
        for (int k = 0; k < expected.length; k++) {
            assertEquals(1, covariance.packed()[k] / expected[k], 4e-7, "entry " + k);
        }
    }

    /** A column plus a million keeps its error; the bias's is then that of a prediction a million away. */
    @Test
    void shiftedColumnKeepsItsError() {
        Reference reference = Reference.load("birthwt");
        double[][] x = ExampleTable.read("birthwt").columns(reference.names().subList(1, 10));
        double[] w = weights(ones(189), reference.fitted());
        double[] before = covariance(x, w, 1).standardErrors();
        x[0] = Arrays.stream(x[0]).map(age -> age + 1e6).toArray();
        double[] after = covariance(x, w, 1).standardErrors();
        assertArrayEquals(Arrays.copyOf(before, 9), Arrays.copyOf(after, 9), 1e-12);
        assertEquals(1, after[9] / (1e6 * before[0]), 1e-4);
        assertTrue(after[9] != before[9]);
    }

    /** T C T^T for columns centred at their mean and multiplied by scale. */
    private static Covariance covariance(double[][] x, double[] w, double scale) {
        int d = x.length;
        double[] center = Arrays.stream(x)
                .mapToDouble(column -> Arrays.stream(column).average().orElseThrow())
                .toArray();
        DMatrixRMaj hessian = new DMatrixRMaj(d + 1, d + 1);
        double[] row = new double[d + 1];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j <= d; j++) {
                row[j] = j == d ? 1 : (x[j][i] - center[j]) * scale;
            }
            for (int j = 0; j <= d; j++) {
                for (int k = 0; k <= d; k++) {
                    hessian.add(j, k, w[i] * row[j] * row[k]);
                }
            }
        }
        CommonOps_DDRM.invert(hessian);
        double[] packed = new double[(d + 1) * (d + 2) / 2];
        for (int j = 0, at = 0; j <= d; j++) {
            for (int k = 0; k <= j; k++) {
                packed[at++] = hessian.get(j, k);
            }
        }
        double[] scales = new double[d];
        Arrays.fill(scales, scale);
        return Covariance.of(packed, scales, center, true);
    }

    private static double[] weights(double[] weight, double[] p) {
        double[] w = new double[p.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = weight[i] * p[i] * (1 - p[i]);
        }
        return w;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
