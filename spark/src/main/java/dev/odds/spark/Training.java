package dev.odds.spark;

import dev.odds.Optimum;
import dev.odds.design.Response;
import dev.odds.inference.Covariances;
import dev.odds.inference.Fitted;
import dev.odds.model.Facts;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.objective.SampleDeviations;
import dev.odds.optimize.Box;
import dev.odds.spark.loading.ClusterData;
import dev.odds.spark.loading.Storage;
import dev.odds.spark.rows.DataColumns;
import dev.odds.spark.rows.FeatureNames;
import dev.odds.table.InputException;
import dev.odds.train.Settings;
import dev.odds.train.Solution;
import dev.odds.train.Solver;
import dev.odds.train.Trainer;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;

/**
 * One fit: columns of a dataset become a problem, the problem a solution. Immutable.
 *
 * @param columns which they are
 * @param lambda the penalty's strength
 * @param l1Ratio the lasso's share
 * @param standardize whether the penalty acts on theta_j times a sample standard deviation
 * @param bias whether there is one
 * @param storage how the examples are stored
 * @param bounds on theta
 * @param settings solver, tolerance and most iterations
 */
record Training(
        DataColumns columns,
        double lambda,
        double l1Ratio,
        boolean standardize,
        boolean bias,
        Storage storage,
        Bounds bounds,
        Settings settings) {
    /** How many labels there are. */
    static final int LABELS = 2;

    /** Coefficients whose covariance is kept. */
    private static final int MOST_COVARIANCES = 300;

    /** As its params say. */
    static Training of(LogisticRegression estimator) {
        DataColumns columns = new DataColumns(
                estimator.getFeaturesCol(),
                estimator.getLabelCol(),
                estimator.column(estimator.weightCol()),
                estimator.column(estimator.offsetCol()));
        return new Training(
                columns,
                estimator.getRegParam(),
                estimator.getElasticNetParam(),
                estimator.getStandardization(),
                estimator.getFitIntercept(),
                new Storage(estimator.getFitIntercept(), estimator.getFloat32()),
                Bounds.of(estimator),
                new Settings(
                        Solver.of(estimator.getSolver()).orElseThrow(), estimator.getTol(), estimator.getMaxIter()));
    }

    /**
     * Reads, solves and frees what was stored.
     *
     * @throws InputException if a row cannot be used, if there are no rows of one of the labels, or if no finite minimum exists
     */
    Outcome fit(Dataset<?> data) {
        List<String> known = FeatureNames.of(data.schema(), columns.features());
        try (ClusterData stored = ClusterData.read(data, columns, storage)) {
            List<String> names = FeatureNames.complete(known, stored.design().features());
            checkLabels(stored.response());
            Problem problem = problem(stored);
            History history = new History();
            Solution solution = Trainer.solve(problem, settings, null, history);
            Optimum optimum = Optimum.of(solution, problem.design().scaling());
            Verdicts.check(solution, names);
            return outcome(problem, names, optimum, history.values(solution.nullLoss()));
        }
    }

    private Outcome outcome(Problem problem, List<String> names, Optimum optimum, double[] history) {
        Solution solution = optimum.solution();
        boolean known = solution.factor() != null;
        double[] errors = optimum.standardErrors();
        return new Outcome(
                this,
                names,
                new Optimum(optimum.coefficients(), solution.withoutFactor(), optimum.scaling()),
                known ? errors : null,
                known && solution.kept().length <= MOST_COVARIANCES ? covariance(problem, solution) : null,
                optimum.fingerprint(errors),
                problem.design().examples(),
                problem.response().weight(),
                history);
    }

    private static Facts.Covariance covariance(Problem problem, Solution solution) {
        Fitted fitted = new Fitted(problem, solution);
        return fitted.stored(Covariances.FISHER.word(), fitted.inverse());
    }

    private void checkLabels(Response y) {
        if (bias && (y.successes() == 0 || y.failures() == 0)) {
            throw new InputException(
                    "column %s has label 1 with weight %s and label 0 with weight %s; expected rows of both, or fitIntercept false"
                            .formatted(columns.label(), y.successes(), y.failures()));
        }
    }

    private Problem problem(ClusterData data) {
        int d = data.design().features();
        Problem free = new Problem(data.design(), data.response(), Penalty.none(d), bias);
        return lambda == 0 && bounds.isNone() ? free : new Problem(data.design(), data.response(), penalty(free), bias);
    }

    private Penalty penalty(Problem free) {
        double[] scale = free.design().scaling().scale();
        double[] units =
                lambda > 0 && standardize ? SampleDeviations.of(free, columns.weight() != null) : scale.clone();
        double[] ones = new double[units.length];
        Arrays.fill(ones, 1);
        Box box = bounds.box(free.design().scaling());
        return new Penalty(lambda, l1Ratio, units, ones, box, false);
    }
}
