package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Reference;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Roles;
import dev.odds.design.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollinearityTest {
    @ParameterizedTest
    @CsvSource({"birthwt,low,", "titanic,survived,count"})
    void factorsAndConditionAgreeWithR(String name, String target, String weights) {
        Fits fit = Fits.of(
                Path.of("../examples/" + name + ".csv"), Roles.target(target).withWeights(weights));
        assertAgree(Reference.load("effects-" + name), Collinearity.of(Information.of(fit.fitted()), fit.spans()));
    }

    @Test
    void groupedCountsAgreeWithR() {
        Berkeley data = Berkeley.read();
        List<Span> spans = List.of(new Span("gender", 0, 1, true), new Span("department", 1, 6, true));
        Fitted fitted = Fits.of(data.x(), data.y(), true, 1);
        Collinearity found = Collinearity.of(Information.of(fitted), spans);
        assertAgree(Reference.load("effects-berkeley"), found);
        assertEquals(5, found.inflations().get(1).parameters());
        Inflation gender = found.inflations().get(0);
        assertEquals(Math.sqrt(gender.factor()), gender.perParameter(), 1e-12);
    }

    private static void assertAgree(Reference r, Collinearity found) {
        double[] factors = r.array("inflation");
        assertEquals(factors.length, found.inflations().size());
        for (int t = 0; t < factors.length; t++) {
            Inflation inflation = found.inflations().get(t);
            assertEquals(factors[t], inflation.factor(), 1e-9 * factors[t], inflation.column());
        }
        assertEquals(r.scalar("condition"), found.conditionNumber(), 1e-9 * r.scalar("condition"));
    }

    /** Means of up to a million deviations: the singular values of the rows themselves are the truth. */
    @ParameterizedTest
    @CsvSource({"0,true", "10,true", "1e3,true", "1e6,true", "3,false"})
    void conditionOfFarOffColumnsIsThatOfTheRows(double shift, boolean bias) {
        Random random = new Random(20261124);
        int n = 500;
        double[][] x = new double[n][4];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 4; j++) {
                x[i][j] = shift + random.nextGaussian();
            }
            x[i][3] = x[i][0] + x[i][1] + random.nextGaussian() / 100;
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(shift - x[i][2])) ? 1 : 0;
        }
        Fitted fitted = Fits.of(x, ArrayResponse.of(y), bias, 1);
        List<Span> spans = List.of(new Span("a", 0, 2, false), new Span("b", 2, 4, false));
        Collinearity found = Collinearity.of(Information.of(fitted), spans);
        double expected = conditionNumber(x, Influence.of(fitted).curvatures(), bias);
        assertEquals(expected, found.conditionNumber(), 1e-8 * expected);
        assertTrue(found.inflations().get(0).factor() > 1000);
    }

    private static double conditionNumber(double[][] x, double[] curvatures, boolean bias) {
        int k = x[0].length + (bias ? 1 : 0);
        DMatrixRMaj rows = new DMatrixRMaj(x.length, k);
        for (int j = 0; j < k; j++) {
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                double value = Math.sqrt(curvatures[i]) * (j < x[0].length ? x[i][j] : 1);
                rows.set(i, j, value);
                squares += value * value;
            }
            for (int i = 0; i < x.length; i++) {
                rows.set(i, j, rows.get(i, j) / Math.sqrt(squares));
            }
        }
        var svd = DecompositionFactory_DDRM.svd(x.length, k, false, false, true);
        svd.decompose(rows);
        double largest = 0;
        double smallest = Double.MAX_VALUE;
        for (int j = 0; j < k; j++) {
            largest = Math.max(largest, svd.getSingularValues()[j]);
            smallest = Math.min(smallest, svd.getSingularValues()[j]);
        }
        return largest / smallest;
    }
}
