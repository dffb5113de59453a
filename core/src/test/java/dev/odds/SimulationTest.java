package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Roles;
import dev.odds.design.Tables;
import dev.odds.inference.Covariances;
import dev.odds.inference.Estimate;
import dev.odds.optimize.Monitor;
import dev.odds.table.Table;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What statistics promise over many samples. Tolerances are four standard deviations of a binomial count. */
class SimulationTest {
    private static final LogisticRegression SPEC = LogisticRegression.create().withThreads(1);
    private static final Roles ROLES = Roles.target("y");

    private static void assertShare(double share, int samples, IntPredicate holds, String what) {
        long count = IntStream.range(0, samples).filter(holds).count();
        double spread = 4 * Math.sqrt(samples * share * (1 - share));
        assertEquals(samples * share, count, spread, what + ", of " + samples + " samples, seeds from 0");
    }

    private static boolean covers(Estimate e, double truth) {
        return e.estimateLower() <= truth && truth <= e.estimateUpper();
    }

    private static double toss(Random random, double logit) {
        return random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
    }

    /** logit = bias + slope x + z / 2, z 0 or 1. */
    private static Table sample(int seed, int n, double bias, double slope) {
        Random random = new Random(seed);
        double[] x = new double[n];
        double[] z = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
            z[i] = random.nextInt(2);
            y[i] = toss(random, bias + slope * x[i] + z[i] / 2);
        }
        return Tables.table(Tables.numbers("x", x), Tables.numbers("z", z), Tables.numbers("y", y));
    }

    private static Estimate slope(Fit fit) {
        return fit.coefficients().get(1);
    }

    @Test
    void waldIntervalsCoverAsOftenAsTheySay() {
        assertShare(
                0.95, 2000, seed -> covers(slope(SPEC.fit(sample(seed, 300, -0.5, 0.7), ROLES)), 0.7), "Wald's cover");
    }

    @Test
    void profileIntervalsCoverAsOftenAsTheySayInSmallSamples() {
        assertShare(
                0.95,
                1500,
                seed -> covers(
                        SPEC.analyse(sample(seed, 80, -0.5, 0.7), ROLES)
                                .profiled()
                                .get(1),
                        0.7),
                "profile intervals cover");
    }

    @Test
    void likelihoodRatioTestsOfWhatHasNoEffectHaveUniformP() {
        double[] p = IntStream.range(0, 2000)
                .mapToDouble(seed -> SPEC.analyse(sample(seed, 200, -0.5, 0), ROLES)
                        .terms()
                        .get(0)
                        .p())
                .toArray();
        for (double bound : new double[] {0.01, 0.05, 0.25, 0.5, 0.75}) {
            assertShare(bound, p.length, seed -> p[seed] <= bound, "p at most " + bound);
        }
    }

    /** Labels of a cluster share a random effect, and the feature is the cluster's, without effect. */
    private static Table clustered(int seed) {
        Random random = new Random(seed);
        int groups = 150;
        int n = 4 * groups;
        double[] x = new double[n];
        double[] c = new double[n];
        double[] y = new double[n];
        for (int g = 0; g < groups; g++) {
            double feature = random.nextGaussian();
            double effect = 1.5 * random.nextGaussian();
            for (int i = 4 * g; i < 4 * g + 4; i++) {
                x[i] = feature;
                c[i] = g;
                y[i] = toss(random, effect);
            }
        }
        return Tables.table(Tables.numbers("x", x), Tables.numbers("c", c), Tables.numbers("y", y));
    }

    @Test
    void clusterRobustIntervalsCoverAsOftenAsTheySayWhereFishersDoNot() {
        int samples = 1500;
        Roles roles = ROLES.withCluster("c");
        assertShare(0.95, samples, seed -> covers(slope(SPEC.fit(clustered(seed), roles)), 0), "robust cover");
        LogisticRegression fisher = SPEC.withCovariance(Covariances.FISHER);
        long naive = IntStream.range(0, samples)
                .filter(seed -> covers(slope(fisher.fit(clustered(seed), roles)), 0))
                .count();
        assertTrue(naive < 0.9 * samples, "Fisher's cover " + naive + " of " + samples);
    }

    /** P(label = 1) is no logistic function of x; the model's slope is that of a fit to these shares themselves. */
    @Test
    void robustIntervalsCoverTheSlopeOfAModelThatIsWrong() {
        double[] shares = {0.9, 0.2, 0.1, 0.2, 0.3, 0.9, 0.97};
        double[][] x = IntStream.range(0, 7).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        double[] rest = IntStream.range(0, 7).mapToDouble(i -> 1 - shares[i]).toArray();
        double truth = slope(SPEC.fit(x, ArrayResponse.weighted(shares, rest, null), null, Monitor.NONE))
                .estimate();
        LogisticRegression robust = SPEC.withCovariance(Covariances.HC1);
        assertShare(0.95, 2000, seed -> covers(slope(robust.fit(misfit(seed, shares), ROLES)), truth), "HC1 cover");
    }

    private static Table misfit(int seed, double[] shares) {
        Random random = new Random(seed);
        double[] x = new double[400];
        double[] y = new double[400];
        for (int i = 0; i < x.length; i++) {
            int at = random.nextInt(shares.length);
            x[i] = at;
            y[i] = random.nextDouble() < shares[at] ? 1 : 0;
        }
        return Tables.table(Tables.numbers("x", x), Tables.numbers("y", y));
    }

    /** Over the samples where there is a finite estimate by likelihood. */
    @Test
    void firthsEstimatesHaveLessThanHalfTheBiasInSmallSamples() {
        double plain = 0;
        double firth = 0;
        int finite = 0;
        for (int seed = 0; seed < 2000; seed++) {
            Table table = sample(seed, 40, -0.5, 1);
            double estimate = slope(SPEC.fit(table, ROLES)).estimate();
            if (Double.isFinite(estimate)) {
                plain += estimate - 1;
                firth += slope(SPEC.withFirth(true).fit(table, ROLES)).estimate() - 1;
                finite++;
            }
        }
        assertTrue(finite > 1900, "finite " + finite);
        assertTrue(plain / finite > 0.08, "bias of the likelihood's " + plain / finite);
        assertTrue(Math.abs(firth) < 0.5 * plain, "bias of Firth's " + firth / finite + ", seeds from 0 to 1999");
    }
}
