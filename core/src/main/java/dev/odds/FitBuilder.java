package dev.odds;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Encoded;
import dev.odds.inference.Binomial;
import dev.odds.inference.Covariances;
import dev.odds.inference.Estimate;
import dev.odds.inference.Fitted;
import dev.odds.inference.RobustCovariance;
import dev.odds.inference.Wald;
import dev.odds.model.Facts;
import dev.odds.model.Model;
import dev.odds.objective.Problem;
import dev.odds.train.Solution;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Fitted fitted;
    private final RobustCovariance covariance;

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
        this.fitted = solution.factor() == null ? null : new Fitted(problem, solution);
        this.covariance = fitted == null ? null : RobustCovariance.of(fitted, data.units(), kind());
    }

    private Covariances kind() {
        return spec.covariance() == null ? Covariances.usual(data.units()) : spec.covariance();
    }

    /** What statistics start from, or null. */
    Fitted fitted() {
        return fitted;
    }

    /** Of the variables kept, or null. */
    RobustCovariance covariance() {
        return covariance;
    }

    Fit build(String source, String weights, double seconds) {
        double[] estimates = optimum.estimates();
        boolean[] aliased = optimum.aliased();
        double[] errors = errors(estimates.length);
        ArrayResponse y = data.response();
        double constant = Binomial.coefficients(y, data.units());
        double logLikelihood = constant - y.weight() * solution.loss();
        double saturated = constant + Binomial.saturated(y);
        double observations = data.units().observations(y);
        boolean comparable = !spec.firth() && !data.units().sampled();
        double k = comparable ? estimated(aliased) : Double.NaN;
        String fingerprint = Fingerprint.of(estimates, errors, solution);
        Fit.Separated separated = new Fit.Separated(
                solution.separation().verdict(),
                solution.separation().complete(),
                separatedNames(),
                solution.separation().signs());
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
                observations,
                spec.lambda(),
                spec.standardize(),
                spec.firth(),
                covariance == null ? null : covariance.kind(),
                solution.solver().word(),
                solution.iterations(),
                solution.converged(),
                solution.reason().sentence(),
                solution.certificate(),
                solution.gradientNorm(),
                separated,
                fingerprint,
                words.notes(aliased),
                words.warnings(separated, covariance == null ? 0 : covariance.clusters(data.units())),
                solution.loss(),
                solution.nullLoss(),
                solution.value(),
                logLikelihood,
                2 * (saturated - logLikelihood),
                2 * (saturated - constant + y.weight() * solution.nullLoss()),
                -2 * logLikelihood + 2 * k,
                -2 * logLikelihood + k * StrictMath.log(observations),
                table(estimates, errors, aliased),
                seconds);
    }

    private double[] errors(int length) {
        if (fitted != null) {
            return fitted.standardErrors(covariance.covariance());
        }
        double[] none = new double[length];
        Arrays.fill(none, Double.NaN);
        return none;
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
                spec.shrinkage().facts(spec.firth()),
                run(solution, fingerprint),
                new Facts.Separation(
                        separated.verdict().word(),
                        separated.columns().stream()
                                .filter(c -> !c.equals(Model.BIAS))
                                .toList()),
                aliasedNames,
                fitted == null ? null : errors,
                fitted == null || fitted.size() > MOST_COVARIANCES
                        ? null
                        : fitted.stored(covariance.kind().word(), covariance.stored()));
    }

    /** How a minimum was found, as a model keeps it. */
    static Facts.Run run(Solution solution, String fingerprint) {
        return new Facts.Run(
                solution.solver().word(),
                solution.iterations(),
                solution.converged(),
                solution.certificate().kind().word(),
                solution.certificate().relativeGap(),
                solution.certificate().inStandardErrors(),
                solution.gradientNorm(),
                solution.loss(),
                solution.nullLoss(),
                fingerprint);
    }
}
