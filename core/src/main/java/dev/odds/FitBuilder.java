package dev.odds;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Encoded;
import dev.odds.inference.Estimate;
import dev.odds.inference.Fitted;
import dev.odds.inference.Wald;
import dev.odds.model.Facts;
import dev.odds.model.Model;
import dev.odds.objective.Problem;
import dev.odds.train.Solution;
import java.util.ArrayList;
import java.util.List;

/** Puts a solution on the user's scale and says in words what happened. */
final class FitBuilder {
    /** Coefficients whose covariance is kept with the model. */
    private static final int MOST_COVARIANCES = 300;

    private final LogisticRegression spec;
    private final Encoded data;
    private final Problem problem;
    private final Optimum optimum;
    private final Solution solution;
    private final List<String> names;
    private final int features;

    FitBuilder(LogisticRegression spec, Encoded data, Problem problem, Optimum optimum) {
        this.spec = spec;
        this.data = data;
        this.problem = problem;
        this.optimum = optimum;
        this.solution = optimum.solution();
        this.names = new ArrayList<>(data.encoder().features());
        this.features = names.size();
        if (spec.bias()) {
            names.add(Model.BIAS);
        }
    }

    Fit build(String source, String weights, double seconds) {
        double[] estimates = optimum.estimates();
        boolean[] aliased = optimum.aliased();
        double[] errors = optimum.standardErrors();
        ArrayResponse y = data.response();
        double logLikelihood = -y.weight() * solution.loss();
        double saturated = saturated(y);
        int k = estimated(aliased);
        String fingerprint = Fingerprint.of(estimates, errors, solution);
        Fit.Separated separated = new Fit.Separated(solution.separation().verdict(), separatedNames());
        Words words = new Words(data, problem, solution, names);
        Model model = new Model(
                data.encoder(),
                data.labelling(),
                weights,
                optimum.coefficients(),
                solution.separation().directions(),
                facts(source, errors, aliased, fingerprint, y, separated));
        return new Fit(
                model,
                y.examples(),
                data.dropped(),
                features,
                y.weight(),
                spec.lambda(),
                spec.standardize(),
                solution.solver().word(),
                solution.iterations(),
                solution.converged(),
                solution.reason().sentence(),
                solution.certificate(),
                solution.gradientNorm(),
                separated,
                fingerprint,
                words.notes(aliased),
                words.warnings(separated),
                solution.loss(),
                solution.nullLoss(),
                solution.value(),
                logLikelihood,
                2 * (saturated - logLikelihood),
                2 * (saturated + y.weight() * solution.nullLoss()),
                -2 * logLikelihood + 2 * k,
                -2 * logLikelihood + k * StrictMath.log(y.weight()),
                table(estimates, errors, aliased),
                seconds);
    }

    /** How many coefficients were estimated, the infinite ones among them: they too were free to follow the data. */
    private static int estimated(boolean[] aliased) {
        int count = 0;
        for (boolean without : aliased) {
            count += without ? 0 : 1;
        }
        return count;
    }

    private List<Estimate> table(double[] estimates, double[] errors, boolean[] aliased) {
        List<Estimate> rows = new ArrayList<>(Wald.table(names, estimates, errors, aliased, spec.level()));
        if (spec.bias()) {
            rows.add(0, rows.remove(features));
        }
        return rows;
    }

    private List<String> separatedNames() {
        return solution.separation().columns().stream().map(names::get).toList();
    }

    /** The log-likelihood of the model that fits each example's own proportion: 0 unless both labels have weight in one. */
    private static double saturated(ArrayResponse y) {
        double sum = 0;
        for (int i = 0; i < y.success().length; i++) {
            double s = y.success()[i];
            double f = y.failure()[i];
            if (s > 0 && f > 0) {
                sum += s * StrictMath.log(s / (s + f)) + f * StrictMath.log(f / (s + f));
            }
        }
        return sum;
    }

    private Facts facts(
            String source,
            double[] errors,
            boolean[] aliased,
            String fingerprint,
            ArrayResponse y,
            Fit.Separated separated) {
        List<String> aliasedNames = new ArrayList<>();
        for (int j = 0; j < features; j++) {
            if (aliased[j]) {
                aliasedNames.add(names.get(j));
            }
        }
        return new Facts(
                Version.current(),
                new Facts.Sample(source, y.examples(), data.dropped(), y.weight()),
                new Facts.Penalty(spec.lambda(), 0, spec.standardize()),
                new Facts.Run(
                        solution.solver().word(),
                        solution.iterations(),
                        solution.converged(),
                        solution.certificate().kind().word(),
                        solution.certificate().relativeGap(),
                        solution.certificate().inStandardErrors(),
                        solution.gradientNorm(),
                        solution.loss(),
                        solution.nullLoss(),
                        fingerprint),
                new Facts.Separation(
                        separated.verdict().word(),
                        separated.columns().stream()
                                .filter(c -> !c.equals(Model.BIAS))
                                .toList()),
                aliasedNames,
                solution.factor() == null ? null : errors,
                covariance());
    }

    /** For intervals of predictions, unless it would make the model's file large. */
    private Facts.Covariance covariance() {
        if (solution.factor() == null || solution.kept().length > MOST_COVARIANCES) {
            return null;
        }
        Fitted fitted = new Fitted(problem, solution);
        return fitted.stored("fisher", fitted.inverse());
    }
}
