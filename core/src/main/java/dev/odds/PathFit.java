package dev.odds;

import dev.odds.design.Coefficients;
import dev.odds.design.Encoded;
import dev.odds.evaluation.CrossValidation;
import dev.odds.model.Model;
import dev.odds.model.ModelPath;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import java.util.List;
import java.util.Optional;

/**
 * A path of models, which of them was chosen, and the data that they were fitted to.
 *
 * <pre>{@code
 * PathFit path = LogisticRegression.create().withL1Ratio(1).path(data, roles, PathPlan.standard().withFolds(10, 1));
 * Model model = path.model();                                  // at the chosen lambda
 * Fit fit = path.at(3);                                        // all that is known of the fourth
 * }</pre>
 */
public final class PathFit {
    private final Prepared prepared;
    private final Encoded data;
    private final Origin origin;
    private final PathPlan plan;
    private final LambdaPath path;
    private final Choice choice;
    private final List<String> notes;

    /**
     * Where the data come from.
     *
     * @param source as the user named it
     * @param weights the column of weights, or null
     */
    record Origin(String source, String weights) {}

    /**
     * What was chosen.
     *
     * @param crossValidation by what, or null where there are no folds
     * @param point which point of the path
     * @param gamma the penalised fit's share of the coefficients, 1 but of relaxed fits
     */
    record Choice(CrossValidation crossValidation, int point, double gamma) {}

    PathFit(
            Prepared prepared,
            Encoded data,
            Origin origin,
            PathPlan plan,
            LambdaPath path,
            Choice choice,
            List<String> notes) {
        this.prepared = prepared;
        this.data = data;
        this.origin = origin;
        this.plan = plan;
        this.path = path;
        this.choice = choice;
        this.notes = List.copyOf(notes);
    }

    /** What was asked. */
    public PathPlan plan() {
        return plan;
    }

    /** What was fitted, but for lambda; of adaptive fits with their penalty factors. */
    public LogisticRegression spec() {
        return prepared.spec();
    }

    /** How rows became examples. */
    public Encoded data() {
        return data;
    }

    /** The models. */
    public LambdaPath path() {
        return path;
    }

    /** How they predict rows that they were not fitted to, where there are folds; of relaxed fits at the chosen {@link #gamma}. */
    public Optional<CrossValidation> crossValidation() {
        return Optional.ofNullable(choice.crossValidation());
    }

    /** The chosen point of the path: by the plan's measure and rule, or the last where there are no folds. */
    public int chosen() {
        return choice.point();
    }

    /** The chosen lambda. */
    public double lambda() {
        return path.points().get(chosen()).lambda();
    }

    /** The penalised fit's share of the model's coefficients, the relaxed fit having the rest: 1 but of relaxed fits. */
    public double gamma() {
        return choice.gamma();
    }

    /** What was decided on the way, a sentence each. */
    public List<String> notes() {
        return notes;
    }

    /** Whether every point is within the tolerance. */
    public boolean converged() {
        return unconverged() == 0;
    }

    /** What must not be overlooked, a sentence each. */
    public List<String> warnings() {
        return converged()
                ? List.of()
                : List.of("not converged at %d of %d lambdas; allow more iterations"
                        .formatted(unconverged(), path.points().size()));
    }

    private long unconverged() {
        return path.points().stream()
                .filter(point -> !point.optimum().converged())
                .count();
    }

    /** All that is known of the penalised fit at a point of the path. */
    public Fit at(int point) {
        LambdaPoint of = path.points().get(point);
        LogisticRegression there = spec().withLambda(of.lambda());
        Problem problem = prepared.problem(new Variant(data.response(), of.lambda()));
        return new FitBuilder(there, data, problem, of.optimum()).build(origin.source(), origin.weights(), 0);
    }

    /** The model at the chosen lambda, with the whole path. */
    public Model model() {
        Model model = at(chosen()).model();
        return new Model(
                        model.encoder(),
                        model.labelling(),
                        model.weights(),
                        coefficients(path.points().get(chosen())),
                        model.directions(),
                        model.facts())
                .with(recorded());
    }

    /** The path as a model keeps it. */
    public ModelPath recorded() {
        return RecordedPath.of(this);
    }

    /** The point's coefficients, of relaxed fits in the shares of both, on the user's scale. */
    Coefficients coefficients(LambdaPoint of) {
        Coefficients penalised = of.optimum().coefficients();
        return gamma() == 1 || of.relaxed() == null
                ? penalised
                : blend(penalised, of.relaxed().coefficients());
    }

    /**
     * A fit at the chosen lambda that owes nothing to the path: it has the bits of a fit by {@code spec().withLambda(lambda())}. Where
     * relaxed fits were asked for it is the penalised one. Its model has the path.
     */
    public Analysis analyse(Monitor monitor) {
        Prepared chosen = prepared.with(spec().withLambda(lambda()));
        Analysis analysis = chosen.analyse(data, origin.source(), origin.weights(), null, monitor, System.nanoTime());
        return analysis.with(analysis.fit().on(recorded(), notes, warnings()));
    }

    /** gamma times the one, 1 - gamma times the other. */
    private Coefficients blend(Coefficients penalised, Coefficients relaxed) {
        return new Coefficients(blend(penalised.theta(), relaxed.theta()), blend(penalised.bias(), relaxed.bias()));
    }

    private double[] blend(double[] penalised, double[] relaxed) {
        double[] blended = new double[penalised.length];
        for (int j = 0; j < blended.length; j++) {
            blended[j] = gamma() * penalised[j] + (1 - gamma()) * relaxed[j];
        }
        return blended;
    }
}
