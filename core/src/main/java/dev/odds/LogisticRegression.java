package dev.odds;

import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Coefficients;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Encoded;
import dev.odds.design.Encoder;
import dev.odds.design.Examples;
import dev.odds.design.Labelling;
import dev.odds.design.MatrixExamples;
import dev.odds.design.MemoryDesign;
import dev.odds.design.NumericTerm;
import dev.odds.design.Roles;
import dev.odds.design.TableEncoder;
import dev.odds.design.Target;
import dev.odds.design.Term;
import dev.odds.design.Units;
import dev.odds.design.Workers;
import dev.odds.inference.Covariances;
import dev.odds.inference.Wald;
import dev.odds.optimize.Monitor;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.train.Solver;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What to fit: an immutable specification, safe for threads.
 *
 * <pre>{@code
 * Fit fit = LogisticRegression.create().fit(x, y);
 * double p = fit.model().probability(new double[] {2.66, 20, 0});
 * }</pre>
 *
 * <p>It minimises F(theta, b) = L + penalty over theta and the bias b, where L is the weighted mean cross-entropy; b is never
 * penalised. The derivation is in docs/derivation.md.
 *
 * @param shrinkage the penalty on theta, and bounds on it; none unless said otherwise
 * @param bias whether there is a b
 * @param solver which solver; {@link Solver#AUTO} chooses from the data
 * @param tolerance the bound on F - min F, relative to the loss of the bias alone, at which to stop; between 0 and 1
 * @param maxIterations the most iterations, 0 for the solver's own limit
 * @param threads the most threads; the result has the same bits for any number
 * @param level the coverage of intervals, between 0 and 1
 * @param float32 whether the numbers of dense features are stored in half the memory, rounded to 24 bits after they are scaled; the
 *     arithmetic stays float64, and what is proved is proved of the rounded numbers
 * @param firth whether to maximise Firth's penalised likelihood, l + 1/2 log det I, in place of l; then lambda is 0
 * @param covariance which standard errors; null for those that the data ask for ({@link Covariances#usual})
 */
public record LogisticRegression(
        Shrinkage shrinkage,
        boolean bias,
        Solver solver,
        double tolerance,
        int maxIterations,
        int threads,
        double level,
        boolean float32,
        boolean firth,
        Covariances covariance) {

    public LogisticRegression {
        if (firth && !shrinkage.isNone()) {
            throw new InputException("lambda is %s%s beside Firth's penalised likelihood; expected one of them"
                    .formatted(shrinkage.lambda(), shrinkage.isBounded() ? " with bounds" : ""));
        }
        if (covariance != null && !shrinkage.isNone()) {
            throw new InputException(
                    "lambda is %s%s beside covariance %s; expected no penalty: of shrunk estimates there are no errors"
                            .formatted(
                                    shrinkage.lambda(),
                                    shrinkage.isBounded() ? " with bounds" : "",
                                    covariance.word()));
        }
        check(tolerance > 0 && tolerance < 1, "tolerance", tolerance, "a number between 0 and 1");
        check(maxIterations >= 0, "maxIterations", maxIterations, "at least 0");
        check(threads >= 1, "threads", threads, "at least 1");
        check(level > 0 && level < 1, "level", level, "a number between 0 and 1");
    }

    private static void check(boolean good, String name, Number found, String expected) {
        if (!good) {
            throw new InputException("%s is %s; expected %s".formatted(name, found, expected));
        }
    }

    /** Without a penalty, with a bias, to 1e-8, on all processors, intervals of 95 %. */
    public static LogisticRegression create() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new LogisticRegression(
                Shrinkage.NONE, true, Solver.AUTO, 1e-8, 0, processors, Wald.DEFAULT_LEVEL, false, false, null);
    }

    /** lambda of the penalty. */
    public double lambda() {
        return shrinkage.lambda();
    }

    /** The lasso's share of the penalty. */
    public double l1Ratio() {
        return shrinkage.l1Ratio();
    }

    /** Whether the penalty acts on standardised coefficients. */
    public boolean standardize() {
        return shrinkage.standardize();
    }

    public LogisticRegression withLambda(double value) {
        return withShrinkage(shrinkage.withLambda(value));
    }

    /** The lasso's share of the penalty, from 0, the ridge, to 1. */
    public LogisticRegression withL1Ratio(double value) {
        return withShrinkage(shrinkage.withL1Ratio(value));
    }

    public LogisticRegression withStandardize(boolean value) {
        return withShrinkage(shrinkage.withStandardize(value));
    }

    /** The whole penalty, with factors and bounds. */
    public LogisticRegression withShrinkage(Shrinkage value) {
        return new LogisticRegression(
                value, bias, solver, tolerance, maxIterations, threads, level, float32, firth, covariance);
    }

    public LogisticRegression withBias(boolean value) {
        return new LogisticRegression(
                shrinkage, value, solver, tolerance, maxIterations, threads, level, float32, firth, covariance);
    }

    public LogisticRegression withSolver(Solver value) {
        return new LogisticRegression(
                shrinkage, bias, value, tolerance, maxIterations, threads, level, float32, firth, covariance);
    }

    public LogisticRegression withTolerance(double value) {
        return new LogisticRegression(
                shrinkage, bias, solver, value, maxIterations, threads, level, float32, firth, covariance);
    }

    public LogisticRegression withMaxIterations(int value) {
        return new LogisticRegression(
                shrinkage, bias, solver, tolerance, value, threads, level, float32, firth, covariance);
    }

    public LogisticRegression withThreads(int value) {
        return new LogisticRegression(
                shrinkage, bias, solver, tolerance, maxIterations, value, level, float32, firth, covariance);
    }

    public LogisticRegression withLevel(double value) {
        return new LogisticRegression(
                shrinkage, bias, solver, tolerance, maxIterations, threads, value, float32, firth, covariance);
    }

    /** Which covariance the standard errors, tests and intervals rest on. */
    public LogisticRegression withCovariance(Covariances value) {
        return new LogisticRegression(
                shrinkage, bias, solver, tolerance, maxIterations, threads, level, float32, firth, value);
    }

    /** Whether to maximise Firth's penalised likelihood, which has finite estimates for separated labels and less bias for few. */
    public LogisticRegression withFirth(boolean value) {
        return new LogisticRegression(
                shrinkage, bias, solver, tolerance, maxIterations, threads, level, float32, value, covariance);
    }

    public LogisticRegression withFloat32(boolean value) {
        return new LogisticRegression(
                shrinkage, bias, solver, tolerance, maxIterations, threads, level, value, firth, covariance);
    }

    /**
     * Fits arrays; the features are called x1, x2, ...
     *
     * @param x n examples of d finite numbers: the transpose of the derivation's X; not modified
     * @param y n labels, 0 or 1; not modified
     * @throws InputException if the arrays do not fit together, or one label is missing
     */
    public Fit fit(double[][] x, double[] y) {
        return fit(x, ArrayResponse.of(y), null, Monitor.NONE);
    }

    /**
     * Fits arrays with weights, counts or offsets, from a start, under watch.
     *
     * @param x n examples of d finite numbers; not modified
     * @param y their response
     * @param start coefficients on the scale of {@code x} to start from, such as those of an earlier fit; or null
     * @param monitor told of every iteration; may stop the fit
     */
    public Fit fit(double[][] x, ArrayResponse y, Coefficients start, Monitor monitor) {
        ArrayExamples examples = ArrayExamples.of(x);
        List<Term> terms = IntStream.rangeClosed(1, examples.features())
                .mapToObj(j -> (Term) new NumericTerm("x" + j, Double.NaN, false))
                .toList();
        Labelling labelling = new Labelling(new Target("y", "y", null, null), "1", "0", false);
        if (y.examples() != examples.count()) {
            throw new InputException(
                    "found %d labels for %d examples; expected one for each".formatted(y.examples(), examples.count()));
        }
        TableEncoder encoder = new TableEncoder(terms, null);
        return fit(
                new Encoded(encoder, labelling, examples, y, Units.of(y), null, examples.count(), Map.of(), List.of()),
                "arrays",
                null,
                start,
                monitor);
    }

    /**
     * Fits a table or sparse rows.
     *
     * @param roles what each column is
     * @throws InputException if the roles do not suit the data, or one label is missing
     */
    public Fit fit(Data data, Roles roles) {
        return fit(data, roles, null, Monitor.NONE);
    }

    /**
     * Fits a table or sparse rows from a start, under watch.
     *
     * @param start coefficients to start from, one for each feature of the encoded data, or null
     * @param monitor told of every iteration; may stop the fit
     */
    public Fit fit(Data data, Roles roles, Coefficients start, Monitor monitor) {
        return fit(Encoder.fit(data, roles), data.source(), roles.weights(), start, monitor);
    }

    /**
     * Fits a table or sparse rows and keeps them for further questions.
     *
     * @param roles what each column is
     * @throws InputException as {@link #fit(Data, Roles)}
     */
    public Analysis analyse(Data data, Roles roles) {
        return analyse(Encoder.fit(data, roles), data.source(), roles.weights(), null, Monitor.NONE);
    }

    /**
     * As above, under watch, with the numbers of a table in memory but once: a design takes them where it can.
     *
     * @param data not to be read after this
     * @param monitor told of every iteration; may stop the fit
     */
    public Analysis analyseConsuming(Data data, Roles roles, Monitor monitor) {
        return analyse(Encoder.fit(data, roles).consumed(), data.source(), roles.weights(), null, monitor);
    }

    /**
     * Fits a whole path, cross-validates it where there are folds, and chooses a model. The specification's lambda does not count.
     *
     * @param roles what each column is
     * @param monitor told of every iteration; may stop the path
     * @throws InputException as {@link #fit(Data, Roles)}, and if the labels do not suffice for the folds
     */
    public PathFit path(Data data, Roles roles, PathPlan plan, PathMonitor monitor) {
        Encoded encoded = Encoder.fit(data, roles);
        PathFit.Origin origin = new PathFit.Origin(data.source(), roles.weights());
        return new PathRun(told(encoded), plan, monitor).run(prepare(encoded), origin);
    }

    /**
     * Fits an array, and says no more than a program needs: for services that fit many small models. Several threads may do so at
     * once; each fit runs on the thread that calls.
     *
     * @param x n examples of d finite numbers, one after another: feature j of example i at [i * d + j]; not modified, and not used
     *     after
     * @param features d, at least 1
     * @param y n labels, 0 or 1; as {@code x}
     * @throws InputException if the arrays do not fit together, or one label is missing
     */
    public Optimum solve(double[] x, int features, double[] y) {
        DesignBuilder builder = new DesignBuilder(bias, float32, Workers.of(1));
        MemoryDesign design = builder.build(new MatrixExamples(x, features, true), LogisticRegression::name);
        Constraints constraints = Constraints.of(shrinkage, features);
        return new Prepared(this, design, ArrayResponse.holding(y), constraints).solve();
    }

    /**
     * Stores examples for many models over them.
     *
     * @param x as in {@link #solve}
     * @param y their response
     */
    public Prepared prepare(double[] x, int features, ArrayResponse y) {
        return prepare(
                new MatrixExamples(x, features), LogisticRegression::name, y, Constraints.of(shrinkage, features));
    }

    /** As above from a table or sparse rows. */
    public Prepared prepare(Data data, Roles roles) {
        Encoded encoded = Encoder.fit(data, roles);
        return prepare(encoded);
    }

    /**
     * Fits a model for each group of examples, several at a time. Each has the bits of a fit of its examples alone; a group that cannot be
     * fitted, for want of one label for instance, says why.
     *
     * @param x as in {@link #solve}
     * @param y their response
     * @param group the group of each example
     * @return the groups by increasing number
     */
    public List<Group> groups(double[] x, int features, ArrayResponse y, int[] group) {
        return new Groups(this, new MatrixExamples(x, features), y, group).solve();
    }

    /** What a feature without a name is called. */
    static String name(int feature) {
        return "x" + (feature + 1);
    }

    private Prepared prepare(Encoded data) {
        Encoder encoder = data.encoder();
        return prepare(data.examples(), encoder.features()::get, data.response(), Constraints.of(shrinkage, encoder));
    }

    private Prepared prepare(Examples examples, IntFunction<String> names, ArrayResponse y, Constraints constraints) {
        DesignBuilder builder = new DesignBuilder(bias, float32, Workers.of(threads));
        return new Prepared(this, builder.build(examples, names), y, constraints);
    }

    private Fit fit(Encoded data, String source, String weights, Coefficients start, Monitor monitor) {
        return analyse(data, source, weights, start, monitor).fit();
    }

    private Analysis analyse(Encoded data, String source, String weights, Coefficients start, Monitor monitor) {
        long begin = System.nanoTime();
        Prepared prepared = prepare(data);
        checkStart(start, prepared.design().features());
        return prepared.analyse(told(data), source, weights, start, monitor, begin);
    }

    private Encoded told(Encoded data) {
        boolean numbers = !data.examples().isSparse() || data.examples().mixed() != null;
        return float32 && numbers ? data.noting("numbers were stored as float32: 24 bits of each count") : data;
    }

    private void checkStart(Coefficients start, int features) {
        boolean fits = start == null || (start.theta().length == features && start.bias().length == (bias ? 1 : 0));
        if (!fits) {
            throw new InputException("the start has %d coefficients and %d biases; expected %d and %d"
                    .formatted(start.theta().length, start.bias().length, features, bias ? 1 : 0));
        }
    }
}
