package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Folds;
import dev.odds.evaluation.CrossValidation;
import dev.odds.evaluation.Curve;
import dev.odds.evaluation.Pick;
import dev.odds.table.InputException;
import dev.odds.train.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Cross-validation against cv.glmnet on 120 rows of 6 features that both sides make from whole numbers. The figures are those of R 4.2 with
 * glmnet 4.1-6, thresh = 1e-16, maxit = 1e7, glmnet.control(fdev = 0, devmax = 1), the lambdas and folds below:
 *
 * <pre>{@code
 * x <- outer(0:119, 0:5, function(i, j) ((i*7919 + j*104729 + i*i*31 + i*j*j*17) %% 1000) / 1000)
 * noise <- (((0:119)*613) %% 997) / 997
 * y <- as.numeric(1.5*x[,1] - 2*x[,2] + x[,3] + 2*noise > 1.3)
 * w <- 1 + (0:119) %% 3; off <- ((0:119) %% 5) / 10; fold <- (0:119) %% 5 + 1
 * cv.glmnet(x, y, family="binomial", weights=w, offset=off, lambda=lam, alpha=0.7, foldid=fold, type.measure=..)
 * cv.glmnet(x, y, family="binomial", weights=w, lambda=lam, foldid=fold, relax=TRUE, gamma=c(0,.25,.5,.75,1))
 * t <- 2 + (0:119) %% 4; s <- pmin(t, y + (0:119) %% 3)
 * cv.glmnet(x, cbind(t-s, s), family="binomial", lambda=lam, foldid=fold, type.measure=..)
 * }</pre>
 */
class CrossValidationTest {
    private static final int N = 120;
    private static final int D = 6;
    private static final double[] LAMBDAS = {0.2, 0.1, 0.05, 0.02, 0.01, 0.004};
    private static final double[] GAMMAS = {1, 0.75, 0.5, 0.25, 0};
    private static final Folds FOLDS =
            Folds.given(IntStream.range(0, N).map(i -> i % 5).toArray());
    private static final double WITHIN = 2e-7;
    /** The relaxed fits of glmnet keep a small penalty: R's glm agrees with ours to 1e-11. */
    private static final double RELAXED = 5e-6;

    private static final double[] X = x();
    private static final double[] Y = y();

    private static double[] x() {
        double[] x = new double[N * D];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < D; j++) {
                x[i * D + j] = (i * 7919 + j * 104729 + i * i * 31 + i * j * j * 17) % 1000 / 1000.0;
            }
        }
        return x;
    }

    private static double[] y() {
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            double noise = i * 613 % 997 / 997.0;
            y[i] = 1.5 * X[i * D] - 2 * X[i * D + 1] + X[i * D + 2] + 2 * noise > 1.3 ? 1 : 0;
        }
        return y;
    }

    private static double[] counted(int modulus, double first, double over) {
        return IntStream.range(0, N)
                .mapToDouble(i -> (first + i % modulus) / over)
                .toArray();
    }

    private static Prepared prepared(double l1Ratio, int threads, ArrayResponse y) {
        return LogisticRegression.create()
                .withL1Ratio(l1Ratio)
                .withStandardize(true)
                .withTolerance(1e-14)
                .withThreads(threads)
                .prepare(X, D, y);
    }

    private static ArrayResponse labels(double[] offsets) {
        return ArrayResponse.of(Y, counted(3, 1, 1), offsets);
    }

    private static void assertCurve(double[] mean, double[] error, Curve found, double within) {
        assertArrayEquals(mean, found.mean(), within);
        assertArrayEquals(error, found.error(), within);
    }

    @Test
    void elasticNetWithWeightsAndOffsetsIsThatOfCvGlmnet() {
        Prepared prepared = prepared(0.7, 2, labels(counted(5, 0, 10)));
        CrossValidation found = prepared.crossValidate(prepared.path(Grid.of(LAMBDAS)), FOLDS);
        assertCurve(
                new double[] {
                    1.33527525009737,
                    1.13680735520669,
                    1.02354666858232,
                    0.979783028631312,
                    0.992812736741189,
                    1.02093182171078
                },
                new double[] {
                    0.0487430216121362,
                    0.0798405472548108,
                    0.0954179698836268,
                    0.108983397354703,
                    0.119975262024148,
                    0.132684819049065
                },
                found.deviance(),
                WITHIN);
        assertCurve(
                new double[] {
                    0.737448145236722,
                    0.822789496884978,
                    0.856916581066624,
                    0.856411377199101,
                    0.865849455460709,
                    0.865692452475061
                },
                new double[] {
                    0.0932644966680571,
                    0.0554647170163418,
                    0.0359385593136388,
                    0.0335112872892859,
                    0.0292617818346203,
                    0.0255751827017855
                },
                found.auc(),
                WITHIN);
        assertCurve(
                new double[] {0.383333333333333, 0.329166666666667, 0.2875, 0.275, 0.258333333333333, 0.245833333333333
                },
                new double[] {
                    0.0928428331464883,
                    0.0552770798392567,
                    0.0458333333333333,
                    0.0499131189612956,
                    0.0429995155011464,
                    0.0391976827546391
                },
                found.error(),
                WITHIN);
        assertEquals(List.of(3, 4, 5), bests(found));
        assertEquals(
                List.of(2, 2, 3),
                List.of(
                        found.deviance().oneStandardError(),
                        found.auc().oneStandardError(),
                        found.error().oneStandardError()));
        assertEquals(5, found.ranked());
    }

    private static List<Integer> bests(CrossValidation of) {
        return List.of(of.deviance().best(), of.auc().best(), of.error().best());
    }

    @Test
    void relaxedFitsAndTheirMixturesAreThoseOfCvGlmnet() {
        Prepared prepared = prepared(1, 2, labels(null));
        LambdaPath path = prepared.path(Grid.of(LAMBDAS), true, PathMonitor.NONE);
        List<CrossValidation> found = prepared.crossValidate(path, FOLDS, GAMMAS, PathMonitor.NONE);
        assertCurve(
                new double[] {
                    1.4321449761609,
                    1.22291496951642,
                    1.06728081100677,
                    1.0015738185798,
                    1.01274013434513,
                    1.0417699844861
                },
                new double[] {
                    0.0200493507395935,
                    0.0677898893341407,
                    0.0968086906858938,
                    0.113903240903987,
                    0.125793389632334,
                    0.140142739577709
                },
                found.get(0).deviance(),
                RELAXED);
        assertCurve(
                new double[] {
                    1.41675279931755,
                    1.06380736584614,
                    1.02258810597733,
                    1.02441794167658,
                    1.04107765902075,
                    1.05851663080034
                },
                new double[] {
                    0.0638643150921696,
                    0.117635971634242,
                    0.122800496028175,
                    0.132323288558876,
                    0.14010134577813,
                    0.147877007451785
                },
                found.get(2).deviance(),
                RELAXED);
        assertCurve(
                new double[] {
                    1.50507535128282,
                    1.10995375362305,
                    1.06213189693316,
                    1.07923278341507,
                    1.07923326350314,
                    1.07707716508146
                },
                new double[] {
                    0.0914892183573785,
                    0.15917408774008,
                    0.14972982033088,
                    0.156729317173778,
                    0.156729499083171,
                    0.156174223890921
                },
                found.get(4).deviance(),
                RELAXED);
        List<Curve> curves = found.stream().map(CrossValidation::deviance).toList();
        assertEquals(new Pick(0, 3), Pick.best(curves));
        assertEquals(new Pick(1, 1), Pick.oneStandardError(curves));
    }

    @Test
    void groupedCountsAreThoseOfCvGlmnet() {
        double[] trials = counted(4, 2, 1);
        double[] successes = new double[N];
        Arrays.setAll(successes, i -> Math.min(trials[i], Y[i] + i % 3));
        Prepared prepared = prepared(1, 2, ArrayResponse.grouped(successes, trials, null));
        CrossValidation found = prepared.crossValidate(prepared.path(Grid.of(LAMBDAS)), FOLDS);
        assertCurve(
                new double[] {
                    0.441968840285518,
                    0.441991542510338,
                    0.432607486816013,
                    0.427861471307878,
                    0.428621843622977,
                    0.430313626738359
                },
                new double[] {
                    0.0507139164560754,
                    0.0506980156392728,
                    0.0431721303058789,
                    0.0213204995669121,
                    0.0137024581626122,
                    0.010982481543591
                },
                found.deviance(),
                WITHIN);
        assertCurve(
                new double[] {
                    0.5, 0.495743440233236, 0.569243658193861, 0.592910508258754, 0.594347819853264, 0.59327321894035
                },
                new double[] {
                    0,
                    0.00425655976676385,
                    0.033923993041351,
                    0.0536443240856001,
                    0.0510760519579208,
                    0.0527570124313924
                },
                found.auc(),
                WITHIN);
        assertCurve(
                new double[] {
                    0.421428571428571,
                    0.421428571428571,
                    0.438095238095238,
                    0.428571428571429,
                    0.426190476190476,
                    0.44047619047619
                },
                new double[] {
                    0.0227751505591774,
                    0.0227751505591774,
                    0.0275100476387889,
                    0.0359121503071389,
                    0.0363826352141336,
                    0.0376461626210521
                },
                found.error(),
                WITHIN);
    }

    @Test
    void threadsChangeNoBit() {
        CrossValidation expected = null;
        for (int threads : new int[] {1, 2, 3, 16}) {
            Prepared prepared = prepared(0.5, threads, labels(null));
            LambdaPath path = prepared.path(new Grid(null, 8, 1e-2, true), true, PathMonitor.NONE);
            Folds folds = Folds.stratified(prepared.response(), 4, 7);
            CrossValidation found = prepared.crossValidate(path, folds, GAMMAS, PathMonitor.NONE)
                    .get(2);
            expected = expected == null ? found : expected;
            assertArrayEquals(expected.deviance().mean(), found.deviance().mean());
            assertArrayEquals(expected.deviance().error(), found.deviance().error());
            assertArrayEquals(expected.auc().mean(), found.auc().mean());
        }
    }

    @Test
    void aFoldOfOneLabelHasNoAreaAndTheOthersHaveTheirs() {
        int[] fold = IntStream.range(0, N).map(i -> i % 3).toArray();
        for (int i = 0; i < N; i++) {
            fold[i] = Y[i] == 1 && i < N / 2 ? 9 : fold[i];
        }
        Prepared prepared = prepared(1, 2, labels(null));
        CrossValidation found = prepared.crossValidate(prepared.path(Grid.of(LAMBDAS)), Folds.given(fold));
        assertEquals(4, found.folds());
        assertEquals(3, found.ranked());
        assertTrue(Double.isFinite(found.auc().error()[0]));
    }

    @Test
    void everyExampleHeldOutAloneHasADevianceButNoArea() {
        Prepared prepared = prepared(1, 2, labels(null));
        CrossValidation found =
                prepared.crossValidate(prepared.path(Grid.of(0.1, 0.05)), Folds.each(prepared.response()));
        assertEquals(N, found.folds());
        assertTrue(Double.isFinite(found.deviance().mean()[1]));
        InputException refusal =
                assertThrows(InputException.class, () -> found.auc().best());
        assertTrue(refusal.getMessage().contains("expected fewer folds"), refusal.getMessage());
    }

    @Test
    void aFoldWithAllOfALabelIsRefusedBeforeAnythingIsFitted() {
        int[] byLabel = Arrays.stream(Y).mapToInt(y -> (int) y).toArray();
        Prepared prepared = prepared(1, 2, labels(null));
        LambdaPath path = prepared.path(Grid.of(0.1));
        InputException refusal =
                assertThrows(InputException.class, () -> prepared.crossValidate(path, Folds.given(byLabel)));
        assertEquals(
                "fold 1 of 2 holds every example of label 0, so that the other folds cannot be fitted; expected at least two examples of each label, in different folds",
                refusal.getMessage());
    }
}
