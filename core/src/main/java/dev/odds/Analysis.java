package dev.odds;

import dev.odds.design.Encoded;
import dev.odds.design.Span;
import dev.odds.inference.Covariances;
import dev.odds.inference.Effect;
import dev.odds.inference.Estimate;
import dev.odds.inference.Fitted;
import dev.odds.inference.Goodness;
import dev.odds.inference.Hypothesis;
import dev.odds.inference.Interval;
import dev.odds.inference.LikelihoodTests;
import dev.odds.inference.MarginalEffects;
import dev.odds.inference.ProfileIntervals;
import dev.odds.inference.RobustCovariance;
import dev.odds.inference.TermTest;
import dev.odds.inference.WaldTest;
import dev.odds.model.Facts;
import dev.odds.model.Model;
import dev.odds.objective.Problem;
import dev.odds.table.InputException;
import dev.odds.train.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fit together with the data that it was fitted to, for all that statistics asks of both. It holds X; {@link Fit} does not.
 *
 * <pre>{@code
 * Analysis analysis = LogisticRegression.create().analyse(data, Roles.target("low"));
 * List<Estimate> profiled = analysis.profiled();               // profile-likelihood intervals
 * List<TermTest> terms = analysis.terms();                     // likelihood-ratio test of each column
 * WaldTest equal = analysis.test("race=other = race=white");
 * List<Effect> effects = analysis.averageEffects();
 * }</pre>
 *
 * <p>All of it is of unpenalised fits with a certificate and of Firth's; asked of another, a method throws {@link InputException}.
 */
public final class Analysis {
    private final Encoded data;
    private final Problem problem;
    private final Solution solution;
    private final Fit fit;
    private final Fitted fitted;
    private final RobustCovariance covariance;

    Analysis(Encoded data, Problem problem, Solution solution, Fit fit, Fitted fitted, RobustCovariance covariance) {
        this.data = data;
        this.problem = problem;
        this.solution = solution;
        this.fit = fit;
        this.fitted = fitted;
        this.covariance = covariance;
    }

    /** The same with a fit that knows more. */
    Analysis with(Fit other) {
        return new Analysis(data, problem, solution, other, fitted, covariance);
    }

    /** The fit. */
    public Fit fit() {
        return fit;
    }

    /** How rows became examples. */
    public Encoded data() {
        return data;
    }

    /** What was minimised. */
    public Problem problem() {
        return problem;
    }

    /** What statistics start from; none where there is a penalty, no proof, or nothing finite is left to be estimated. */
    public Optional<Fitted> fitted() {
        return Optional.ofNullable(fitted);
    }

    /** The model with its covariance, however large, for intervals of predictions. */
    public Model modelWithCovariance() {
        return fit.model().with(finite().stored(covariance.kind().word(), covariance.stored()));
    }

    /** The covariance that the fit was asked for; see {@link LogisticRegression#withCovariance}. */
    public RobustCovariance covariance() {
        finite();
        return covariance;
    }

    /** Any covariance, in a reading of X. */
    public RobustCovariance covariance(Covariances kind) {
        return RobustCovariance.of(finite(), data.units(), kind);
    }

    /** The coefficients with profile-likelihood intervals, the bias first; some fourteen Newton steps for each. */
    public List<Estimate> profiled() {
        checkLikelihood();
        List<Interval> intervals = new ArrayList<>(new ProfileIntervals(problem, solution, level()).all());
        if (problem.bias()) {
            intervals.add(0, intervals.remove(intervals.size() - 1));
        }
        List<Estimate> profiled = new ArrayList<>(intervals.size());
        for (int j = 0; j < intervals.size(); j++) {
            profiled.add(fit.coefficients().get(j).with(intervals.get(j)));
        }
        return profiled;
    }

    /** The likelihood-ratio test of each column, given all others (type II); some four Newton steps for each. */
    public List<TermTest> terms() {
        return likelihood().terms(data.encoder().spans());
    }

    /** The likelihood-ratio test of all columns together. */
    public TermTest model() {
        return likelihood().whole();
    }

    /** The score test of all columns together, a reading of X with a Hessian. */
    public TermTest score() {
        if (fit.firth()) {
            throw new InputException(
                    "found a fit by Firth's likelihood, expected one without: its penalty has no score test");
        }
        return likelihood().score();
    }

    /** Wald's test of each column by the covariance of the fit; where a coefficient is infinite there is none. */
    public List<WaldTest> waldTerms() {
        return data.encoder().spans().stream()
                .flatMap(span -> WaldTest.of(finite(), covariance.covariance(), span).stream())
                .toList();
    }

    /** Wald's test of all columns together by the covariance of the fit; as {@link #waldTerms}. */
    public Optional<WaldTest> waldModel() {
        Span all = new Span("model", 0, problem.design().features(), false);
        return WaldTest.of(finite(), covariance.covariance(), all);
    }

    /** G, where the covariance of the fit rests on clusters; else 0. */
    public long clusters() {
        return covariance == null ? 0 : covariance.clusters(data.units());
    }

    /**
     * Wald's test of a hypothesis by the covariance of the fit.
     *
     * @param hypothesis such as {@code race=other = race=white}; see {@link Hypothesis}
     */
    public WaldTest test(String hypothesis) {
        List<String> names = fit.model().names();
        return WaldTest.of(finite(), covariance.covariance(), Hypothesis.parse(hypothesis, names), names);
    }

    /** What each feature does to the probability, averaged over the examples. */
    public List<Effect> averageEffects() {
        return MarginalEffects.average(
                finite(), data.encoder().spans(), data.encoder().features(), covariance.stored(), level());
    }

    /** What each feature does to the probability of one example that has the mean of every feature. */
    public List<Effect> effectsAtMeans() {
        return MarginalEffects.atMeans(
                finite(), data.encoder().spans(), data.encoder().features(), covariance.stored(), level());
    }

    /** McFadden's, Nagelkerke's and Tjur's measures; a reading of X. */
    public Goodness goodness() {
        return Goodness.of(problem, solution);
    }

    /** All that was asked. */
    public Statistics statistics(Questions questions) {
        return new StatisticsBuilder(this, questions).build();
    }

    /** l + 1/2 log det I, on the user's scale, of a fit by Firth's likelihood; else NaN. */
    double penalisedLogLikelihood() {
        return fit.firth() ? finite().halfLogDeterminant() + fit.logLikelihood() : Double.NaN;
    }

    private double level() {
        return fit.coefficients().get(0).level();
    }

    private LikelihoodTests likelihood() {
        checkLikelihood();
        return new LikelihoodTests(problem, solution);
    }

    private void checkLikelihood() {
        if (data.units().sampled()) {
            throw new InputException("sampling weights make no likelihood, expected Wald's tests and intervals");
        }
        if (!isLikely()) {
            throw new InputException(unfit());
        }
    }

    /** Whether there is a maximum of the likelihood, be it at the limit, and it was reached. */
    boolean isLikely() {
        return fitted != null || solution.separation().complete();
    }

    private Fitted finite() {
        if (fitted == null) {
            throw new InputException(unfit());
        }
        return fitted;
    }

    private String unfit() {
        Facts.Penalty penalty = fit.model().facts().penalty();
        if (penalty.isShrinking()) {
            return "found a fit with lambda %s%s, expected one without a penalty: of shrunk estimates there are no errors and tests"
                    .formatted(penalty.lambda(), penalty.isBounded() ? " and bounds" : "");
        }
        return solution.separation().complete()
                ? "the labels are completely separated, so that no finite estimate is left, expected a fit by Firth's likelihood"
                : "found a fit that did not converge or is too wide for a covariance, expected a certificate";
    }
}
