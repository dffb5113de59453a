package dev.odds;

import dev.odds.design.Coefficients;
import dev.odds.design.Encoded;
import dev.odds.design.Folds;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Response;
import dev.odds.design.Workers;
import dev.odds.evaluation.CrossValidation;
import dev.odds.evaluation.CrossValidator;
import dev.odds.objective.Deviations;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.table.InputException;
import dev.odds.train.Grid;
import dev.odds.train.PathPoint;
import dev.odds.train.PathSolver;
import dev.odds.train.Relaxation;
import dev.odds.train.Settings;
import dev.odds.train.Solution;
import dev.odds.train.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * X encoded and stored once, for as many models as are asked of it. X is never copied for one of them: the response says who counts,
 * and blocks of which nobody counts are passed over. Immutable, safe for threads.
 *
 * <p>Every model starts from its own null model, so that it is the same, bit for bit, whatever else is fitted, in whatever order and
 * on however many threads.
 *
 * <pre>{@code
 * Prepared prepared = LogisticRegression.create().prepare(x, features, y);
 * List<Optimum> ridges = prepared.solve(prepared.lambdas(0.1, 0.01, 0.001));
 * Folds folds = Folds.stratified(prepared.response(), 10, 1);
 * List<Optimum> parts = prepared.solve(prepared.folds(folds));
 * LambdaPath path = prepared.path(Grid.standard());
 * int best = prepared.crossValidate(path, folds).deviance().best();
 * }</pre>
 *
 * @param spec what to fit
 * @param design X
 * @param response labels and weights of all examples
 * @param constraints penalty factors and bounds
 */
public record Prepared(LogisticRegression spec, MemoryDesign design, Response response, Constraints constraints) {
    public Prepared {
        if (response.examples() != design.examples()) {
            throw new InputException("found %d labels for %d examples; expected one for each"
                    .formatted(response.examples(), design.examples()));
        }
    }

    /** The specification's own model. */
    public Optimum solve() {
        return solve(new Variant(response, spec.lambda()));
    }

    /**
     * One model.
     *
     * @throws InputException if there is a bias and no example of one of the labels
     */
    public Optimum solve(Variant variant) {
        return Optimum.of(solution(problem(variant), null, Monitor.NONE), design.scaling());
    }

    /**
     * Many models, in the order asked for, several at a time.
     *
     * @throws InputException as {@link #solve(Variant)}, for the first of which it is so
     */
    public List<Optimum> solve(List<Variant> variants) {
        int inner = Math.max(1, spec.threads() / Math.max(1, variants.size()));
        Prepared each = new Prepared(spec, design.on(Workers.of(inner)), response, constraints);
        Optimum[] found = new Optimum[variants.size()];
        Workers.of(spec.threads()).run(found.length, k -> found[k] = each.solve(variants.get(k)));
        return Arrays.asList(found);
    }

    /** The same model under other penalties. */
    public List<Variant> lambdas(double... lambdas) {
        List<Variant> variants = new ArrayList<>(lambdas.length);
        for (double lambda : lambdas) {
            variants.add(new Variant(response, lambda));
        }
        return variants;
    }

    /** For each fold the model of all examples but those in it. */
    public List<Variant> folds(Folds folds) {
        List<Variant> variants = new ArrayList<>(folds.count());
        for (int fold = 0; fold < folds.count(); fold++) {
            variants.add(new Variant(folds.fitted(response, fold), spec.lambda()));
        }
        return variants;
    }

    /** The same X under another specification, which stores it alike and has the same factors and bounds. */
    Prepared with(LogisticRegression other) {
        return new Prepared(other, design, response, constraints);
    }

    /**
     * The specification's model with all that is said of it.
     *
     * @param data what X was made of
     * @param begin since when time is told
     */
    Analysis analyse(Encoded data, String source, String weights, Coefficients start, Monitor monitor, long begin) {
        Problem problem = problem(new Variant(response, spec.lambda()));
        Optimum optimum = Optimum.of(solution(problem, start, monitor), design.scaling());
        double seconds = (System.nanoTime() - begin) / 1e9;
        FitBuilder builder = new FitBuilder(spec, data, problem, optimum);
        Fit fit = builder.build(source, weights, seconds);
        return new Analysis(data, problem, optimum.solution(), fit, builder.fitted(), builder.covariance());
    }

    /**
     * The models of a whole path, by decreasing lambda.
     *
     * @param grid its lambdas
     * @throws InputException as {@link #solve(Variant)}
     */
    public LambdaPath path(Grid grid) {
        return path(grid, false, Monitor.NONE);
    }

    /**
     * As above.
     *
     * @param relaxed whether to refit without a penalty what each model selects
     * @param monitor told of every iteration; may stop the path
     */
    public LambdaPath path(Grid grid, boolean relaxed, Monitor monitor) {
        Problem problem = shrunk(response);
        List<PathPoint> path = PathSolver.solve(problem, grid, settings(), monitor);
        List<Solution> penalised = path.stream().map(PathPoint::solution).toList();
        List<Solution> free = relaxed ? Relaxation.of(problem, penalised, settings(), monitor) : null;
        List<LambdaPoint> points = new ArrayList<>(path.size());
        for (int k = 0; k < path.size(); k++) {
            Solution without = relaxed ? free.get(k) : null;
            points.add(new LambdaPoint(
                    path.get(k).lambda(),
                    Optimum.of(penalised.get(k), design.scaling()),
                    without == null ? null : Optimum.of(without, design.scaling())));
        }
        return new LambdaPath(points);
    }

    /**
     * How the models of a path predict examples that they are not fitted to; several folds at a time.
     *
     * @param path whose lambdas count
     * @throws InputException if the examples outside a fold lack one of the labels
     */
    public CrossValidation crossValidate(LambdaPath path, Folds folds) {
        return crossValidate(path, folds, CrossValidator.PENALISED, PathMonitor.NONE)
                .get(0);
    }

    /**
     * As above.
     *
     * @param gammas the penalised fit's share in each mixture with the relaxed fit; {1} where that does not count
     * @return by gamma
     */
    public List<CrossValidation> crossValidate(LambdaPath path, Folds folds, double[] gammas, PathMonitor monitor) {
        int inner = Math.max(1, spec.threads() / folds.count());
        Prepared each = new Prepared(spec, design.on(Workers.of(inner)), response, constraints);
        return new CrossValidator(response, each::shrunk, settings(), path.lambdas(), gammas)
                .run(folds, Workers.of(spec.threads()), monitor, done -> monitor.folded(done, folds.count()));
    }

    /** With a penalty whose lambda does not count. */
    private Problem shrunk(Response of) {
        return problem(new Variant(of, 1));
    }

    Problem problem(Variant variant) {
        Penalty none = spec.firth() ? Penalty.firth(design.features()) : Penalty.none(design.features());
        Problem problem = new Problem(design, variant.response(), none, spec.bias());
        boolean bounded = constraints.lower() != null;
        return variant.lambda() == 0 && !bounded
                ? problem
                : new Problem(design, variant.response(), penalty(problem, variant.lambda()), spec.bias());
    }

    private Penalty penalty(Problem problem, double lambda) {
        double[] factors = constraints.factors();
        return new Penalty(lambda, spec.l1Ratio(), units(problem), factors, constraints.box(design.scaling()), false);
    }

    /** What a stored coefficient is in the units of the penalty: theta_j = theta'_j scale_j, times sd_j if standardised. */
    private double[] units(Problem problem) {
        return spec.standardize()
                ? Deviations.of(problem)
                : design.scaling().scale().clone();
    }

    Solution solution(Problem problem, Coefficients start, Monitor monitor) {
        Coefficients from = start == null ? null : design.scaling().toStored(start);
        return Trainer.solve(problem, settings(), from, monitor);
    }

    private Settings settings() {
        return new Settings(spec.solver(), spec.tolerance(), spec.maxIterations());
    }
}
