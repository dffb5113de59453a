package dev.odds.model;

import dev.odds.design.Coefficients;
import dev.odds.design.Encoder;
import dev.odds.design.Encoding;
import dev.odds.design.Labelling;
import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A fitted logistic regression of two labels, and how rows become its examples. Immutable.
 *
 * @param encoder from rows to X
 * @param labelling what labels 1 and 0 are
 * @param weights the column of weights that it was fitted with, or null
 * @param coefficients theta and b on the scale of X as the encoder makes it, finite; 0 where aliased
 * @param directions where the data are separated, along which theta and b then grow without end, one after the other: each theta
 *     and, if there is one, the bias; held, not copied
 * @param facts how it came to be
 */
public record Model(
        Encoder encoder,
        Labelling labelling,
        String weights,
        Coefficients coefficients,
        List<double[]> directions,
        Facts facts) {
    /** What the bias is called among the coefficients. */
    public static final String BIAS = Coefficients.BIAS;

    public Model {
        int features = encoder.features().size();
        int found = coefficients.theta().length;
        if (found != features || coefficients.bias().length > 1) {
            throw new InputException(
                    "found %d coefficients and %d biases for %d features; expected one for each and one bias"
                            .formatted(found, coefficients.bias().length, features));
        }
        int terms = features + coefficients.bias().length;
        checkFinite(coefficients.theta());
        checkFinite(coefficients.bias());
        directions = List.copyOf(directions);
        for (double[] direction : directions) {
            checkFinite(direction);
            if (direction.length != terms) {
                throw new InputException("found a direction of %d numbers for %d coefficients; expected one for each"
                        .formatted(direction.length, terms));
            }
        }
        if (facts.standardErrors() != null && facts.standardErrors().length != terms) {
            throw new InputException("found %d standard errors for %d coefficients; expected one for each"
                    .formatted(facts.standardErrors().length, terms));
        }
        if (!encoder.features().containsAll(facts.aliased())) {
            throw new InputException("found the aliased columns %s; expected features of the model"
                    .formatted(String.join(", ", facts.aliased())));
        }
        checkNames(encoder, facts.penalty());
        if (facts.path() != null) {
            facts.path().check(features, coefficients.bias().length);
        }
    }

    private static void checkNames(Encoder encoder, Facts.Penalty penalty) {
        Set<String> named = new HashSet<>(penalty.factors().keySet());
        named.addAll(penalty.lower().keySet());
        named.addAll(penalty.upper().keySet());
        if (named.isEmpty()) {
            return;
        }
        encoder.features().forEach(named::remove);
        encoder.spans().forEach(span -> named.remove(span.column()));
        if (!named.isEmpty()) {
            throw new IllegalArgumentException(
                    "found a penalty factor or a bound of %s; expected columns or features of the model"
                            .formatted(named.iterator().next()));
        }
    }

    /** Whether {@link #interval} has what it needs. */
    public boolean hasCovariance() {
        return facts.covariance() != null;
    }

    private static void checkFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new InputException("found the coefficient %s; expected finite ones".formatted(number));
            }
        }
    }

    /** The same with a covariance of its coefficients. */
    public Model with(Facts.Covariance covariance) {
        return with(facts.with(covariance));
    }

    /** The same with the path on which its lambda was chosen. */
    public Model with(ModelPath path) {
        return with(facts.with(path));
    }

    private Model with(Facts other) {
        return new Model(encoder, labelling, weights, coefficients, directions, other);
    }

    /**
     * The model at a point of its path.
     *
     * @throws InputException if it has no path
     */
    public Model at(int point) {
        ModelPath.Point there = path().points().get(point);
        Coefficients of = there.coefficients(encoder.features().size());
        return new Model(encoder, labelling, weights, of, List.of(), facts.at(there));
    }

    /**
     * The path on which its lambda was chosen.
     *
     * @throws InputException if there is none
     */
    public ModelPath path() {
        if (facts.path() == null) {
            throw new InputException(
                    "found a model without a path, expected one for a choice of lambda: fit it with path or with lambda auto");
        }
        return facts.path();
    }

    /** The estimates in the order of {@link #names}: infinite where the first direction that moves a coefficient leads. */
    public double[] estimates() {
        double[] theta = coefficients.theta();
        double[] estimates = Arrays.copyOf(theta, theta.length + coefficients.bias().length);
        System.arraycopy(coefficients.bias(), 0, estimates, theta.length, coefficients.bias().length);
        for (int k = directions.size() - 1; k >= 0; k--) {
            for (int j = 0; j < estimates.length; j++) {
                double v = directions.get(k)[j];
                estimates[j] = v == 0 ? estimates[j] : v * Double.POSITIVE_INFINITY;
            }
        }
        return estimates;
    }

    /** The names of the coefficients: the features, then {@value #BIAS} if there is a bias. */
    public List<String> names() {
        List<String> names = new ArrayList<>(encoder.features());
        if (coefficients.bias().length == 1) {
            names.add(BIAS);
        }
        return names;
    }

    /**
     * z = theta^T x + b of one example without an offset; infinite where a direction moves it, the first that does.
     *
     * @param x d numbers, not modified
     */
    public double logit(double[] x) {
        return new Predictor(coefficients, directions).logit(x);
    }

    /** P(label = 1) of one example without an offset; d numbers, not modified. */
    public double probability(double[] x) {
        return Predictor.sigmoid(logit(x));
    }

    /** The logit of each row, NaN where the row is not usable. */
    public double[] logits(Encoding rows) {
        double[] logits = new Predictor(coefficients, directions).logits(rows.examples());
        for (int i = 0; i < logits.length; i++) {
            double offset = rows.offset() == null ? 0 : rows.offset()[i];
            logits[i] = rows.usable()[i] ? logits[i] + offset : Double.NaN;
        }
        return logits;
    }

    /**
     * Between what bounds P(label = 1) of each row lies: 1 / (1 + e^-(z -+ q s)), s^2 = x~^T V x~ with V the covariance of the
     * coefficients, q the normal quantile of the level. NaN where the row is not usable or the logit infinite.
     *
     * @param level the coverage, in (0, 1)
     * @throws InputException if the model holds no covariance
     */
    public Interval interval(Encoding rows, double level) {
        if (!hasCovariance()) {
            throw new InputException(
                    "found no covariance in the model, expected one for intervals: fit it without a penalty, and where it has many coefficients with --store-covariance");
        }
        return Interval.of(
                logits(rows),
                new LogitErrors(facts.covariance(), encoder.features().size()).of(rows.examples()),
                level);
    }

    /** P(label = 1) of each row, NaN where the row is not usable. */
    public double[] probabilities(Encoding rows) {
        double[] probabilities = logits(rows);
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Predictor.sigmoid(probabilities[i]);
        }
        return probabilities;
    }
}
