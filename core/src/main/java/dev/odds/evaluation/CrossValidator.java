package dev.odds.evaluation;

import dev.odds.design.Coefficients;
import dev.odds.design.Folds;
import dev.odds.design.Response;
import dev.odds.design.Workers;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.table.InputException;
import dev.odds.train.Grid;
import dev.odds.train.PathPoint;
import dev.odds.train.PathSolver;
import dev.odds.train.Relaxation;
import dev.odds.train.Settings;
import dev.odds.train.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Cross-validates a path: for each fold a path over the examples of the others, at the same lambdas, and its predictions of the fold.
 * Folds are fitted several at a time over one X; each is a fit of its own, so that no bit depends on the others or on threads.
 *
 * @param whole the response of all examples
 * @param problem what is fitted to a response; lambda counts for nothing
 * @param settings of every fit
 * @param lambdas decreasing; held, not copied
 * @param gammas the penalised fit's share in each mixture with the relaxed fit; {1} where there is no relaxed fit
 */
public record CrossValidator(
        Response whole, Function<Response, Problem> problem, Settings settings, double[] lambdas, double[] gammas) {
    /** Without relaxed fits. */
    public static final double[] PENALISED = {1};

    /**
     * Validates.
     *
     * @param monitor told of every iteration, from several threads
     * @param done told how many folds are done
     * @return by gamma
     * @throws InputException if the examples outside a fold lack one of the labels
     */
    public List<CrossValidation> run(Folds folds, Workers workers, Monitor monitor, IntConsumer done) {
        for (int k = 0; k < folds.count(); k++) {
            check(folds, k);
        }
        FoldScores[] scores = new FoldScores[folds.count()];
        AtomicInteger finished = new AtomicInteger();
        workers.run(folds.count(), k -> {
            scores[k] = fold(folds, k, monitor);
            done.accept(finished.incrementAndGet());
        });
        List<CrossValidation> of = new ArrayList<>(gammas.length);
        for (int g = 0; g < gammas.length; g++) {
            of.add(average(scores, g, folds));
        }
        return of;
    }

    private void check(Folds folds, int k) {
        Response fitted = folds.fitted(whole, k);
        if (fitted.successes() == 0 || fitted.failures() == 0) {
            throw new InputException(
                    "fold %d of %d holds every example of label %d, so that the other folds cannot be fitted; expected at least two examples of each label, in different folds"
                            .formatted(k + 1, folds.count(), fitted.successes() == 0 ? 1 : 0));
        }
    }

    private FoldScores fold(Folds folds, int k, Monitor monitor) {
        Problem rest = problem.apply(whole.without(folds.members(k)));
        List<PathPoint> path = PathSolver.solve(rest, Grid.of(lambdas), settings, monitor);
        List<Solution> penalised = path.stream().map(PathPoint::solution).toList();
        List<Coefficients> relaxed =
                gammas.length == 1 ? null : relaxed(penalised, Relaxation.of(rest, penalised, settings, monitor));
        FoldScores.Models models = new FoldScores.Models(
                penalised.stream().map(Solution::coefficients).toList(), relaxed);
        return FoldScores.of(rest.design(), folds.held(whole, k), models, gammas, lambdas.length);
    }

    /** Where there is no relaxed fit, the penalised one stands in for it. */
    private static List<Coefficients> relaxed(List<Solution> penalised, List<Solution> relaxed) {
        List<Coefficients> models = new ArrayList<>(relaxed.size());
        for (int k = 0; k < relaxed.size(); k++) {
            Solution of = relaxed.get(k) == null ? penalised.get(k) : relaxed.get(k);
            models.add(of.coefficients());
        }
        return models;
    }

    private CrossValidation average(FoldScores[] scores, int g, Folds folds) {
        double[] weights = new double[scores.length];
        double[][] deviance = new double[scores.length][lambdas.length];
        double[][] auc = new double[scores.length][lambdas.length];
        double[][] error = new double[scores.length][lambdas.length];
        int ranked = 0;
        for (int f = 0; f < scores.length; f++) {
            weights[f] = scores[f].weight();
            for (int k = 0; k < lambdas.length; k++) {
                Scores of = scores[f].of()[g][k];
                deviance[f][k] = of.deviance();
                auc[f][k] = of.auc();
                error[f][k] = of.error();
            }
            ranked += Double.isNaN(auc[f][0]) ? 0 : 1;
        }
        return new CrossValidation(
                lambdas,
                Curve.of(deviance, weights, false),
                Curve.of(auc, weights, true),
                Curve.of(error, weights, false),
                folds.count(),
                ranked,
                folds.seed());
    }
}
