package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.table.NumericColumn;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.Table;
import dev.odds.table.TableReader;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The elastic nets that Spark's LogisticRegressionSuite (apache/spark, mllib, version 2.0) quotes from R's glmnet, on data that come out of
 * java.util.Random. glmnet stopped early in some of them, so that each line has the figures twice: as published, good to {@code error},
 * and from glmnet 4.1-6 on R 4.2.2 with thresh = 1e-22. The bias first.
 */
class SparkGlmnetTest {
    private static final int ROWS = 10_000;
    private static final int FEATURES = 4;
    private static final double[] MEANS = {5.843, 3.057, 3.758, 1.199};
    private static final double[] VARIANCES = {0.6856, 0.1899, 3.116, 0.581};
    private static final double[] THETA = {-0.57997, 0.912083, -0.371077, -0.819866};
    private static final double BIAS = 2.688191;
    private static final double[] X = new double[ROWS * FEATURES];
    private static final double[] Y = new double[ROWS];

    static {
        Random random = new Random(42);
        for (int p = 0; p < X.length; p++) {
            int j = p % FEATURES;
            X[p] = random.nextGaussian() * Math.sqrt(VARIANCES[j]) + MEANS[j];
        }
        for (int i = 0; i < ROWS; i++) {
            double logit = BIAS;
            for (int j = 0; j < FEATURES; j++) {
                logit += THETA[j] * X[i * FEATURES + j];
            }
            Y[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(logit)) ? 0 : 1;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true, true, 2.8366423 -0.5895848 0.8931147 -0.3925051 -0.7996864, 1e-4,"
                + " 2.83674062147 -0.589618726239 0.893165520947 -0.392516925133 -0.799698912332",
        "0, 0, false, true, 0 -0.3534996 1.2964482 -0.3571741 -0.7407946, 5e-3,"
                + " 0 -0.356028391792 1.30100022362 -0.357080494055 -0.740676202927",
        "1, 0.12, true, true, -0.05627428 0 0 -0.04325749 -0.02481551, 1e-5,"
                + " -0.056266358129 0 0 -0.0432592353646 -0.0248167015536",
        "1, 0.12, true, false, 0.3722152 0 0 -0.1665453 0, 7e-7, 0.372215818848 0 0 -0.166545498669 0",
        "1, 0.12, false, true, 0 0 0 -0.05189203 -0.03891782, 2e-4, 0 0 0 -0.0518342029005 -0.0390469672879",
        "1, 0.12, false, false, 0 0 0 -0.08420782 0, 5e-9, 0 0 0 -0.0842078234532 0",
        "0, 1.37, true, true, 0.15021751 -0.07251837 0.10724191 -0.04865309 -0.10062872, 5e-9,"
                + " 0.150217508611 -0.0725183723641 0.107241913786 -0.0486530919492 -0.100628716393",
        "0, 1.37, true, false, 0.48657516 -0.05155371 0.02301057 -0.11482896 -0.06266838, 2e-8,"
                + " 0.486575179187 -0.0515537105887 0.0230105687782 -0.114828959273 -0.0626683827004",
        "0, 1.37, false, true, 0 -0.06099165 0.12857058 -0.0470877 -0.09799775, 2e-4,"
                + " 0 -0.0611078820227 0.128756826941 -0.0470759304196 -0.0979830266412",
        "0, 1.37, false, false, 0 -0.005679651 0.048967094 -0.093714016 -0.053314311, 3e-5,"
                + " 0 -0.00568462297909 0.0489969797954 -0.0937209313305 -0.0533199887739",
        "0.38, 0.21, true, true, 0.57734851 -0.05310287 0 -0.0884925 -0.15458796, 4e-8,"
                + " 0.577348549272 -0.0531028764775 0 -0.0884925078191 -0.154587970077",
        "0.38, 0.21, true, false, 0.51555993 0 0 -0.18807395 -0.05350074, 8e-6,"
                + " 0.515567609734 0 0 -0.188075914774 -0.0535010983609",
        "0.38, 0.21, false, true, 0 -0.001005743 0.072577857 -0.081203769 -0.142534158, 2e-3,"
                + " 0 -0.0001018427395 0.0710223140846 -0.0812671969704 -0.14268624222",
        "0.38, 0.21, false, false, 0 0 0.03345223 -0.11304532 0, 3e-4, 0 0 0.033743442691 -0.113236132433 0",
        "1, 6, true, true, -0.2480643 0 0 0 0, 8e-9, -0.248064292114 0 0 0 0"
    })
    void elasticNetsAreGlmnets(
            double l1Ratio,
            double lambda,
            boolean bias,
            boolean standardize,
            String published,
            double error,
            String exact) {
        LogisticRegression spec = LogisticRegression.create()
                .withBias(bias)
                .withLambda(lambda)
                .withL1Ratio(l1Ratio)
                .withStandardize(standardize)
                .withTolerance(1e-14);
        Optimum optimum = spec.prepare(X, FEATURES, ArrayResponse.of(Y)).solve();
        assertTrue(optimum.converged(), optimum.certificate().toString());
        double[] found = new double[FEATURES + 1];
        System.arraycopy(optimum.coefficients().theta(), 0, found, 1, FEATURES);
        found[0] = bias ? optimum.coefficients().bias()[0] : 0;
        double[] expected = numbers(exact);
        assertArrayEquals(expected, found, 1e-8);
        assertArrayEquals(numbers(published), found, error);
        for (int j = 0; j < found.length; j++) {
            assertEquals(expected[j] == 0, found[j] == 0, "coefficient " + j);
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void theDataAreThoseThatGlmnetRead() {
        Table table = (Table) TableReader.read(
                SharedData.file("spark-glmnet/binaryDataset.csv"), ReadOptions.defaults(), ReadMonitor.NONE);
        assertArrayEquals(Y, column(table, "label"));
        for (int j = 0; j < FEATURES; j++) {
            double[] read = column(table, "V" + (j + 2));
            for (int i = 0; i < ROWS; i++) {
                assertEquals(X[i * FEATURES + j], read[i], 1e-14 * Math.abs(read[i]));
            }
        }
    }

    private static double[] column(Table table, String name) {
        return ((NumericColumn) table.find(name).orElseThrow()).toArray();
    }
}
