package dev.odds.inference;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Design;
import dev.odds.design.DesignBuilder;
import dev.odds.design.MatrixExamples;
import dev.odds.design.Response;
import dev.odds.design.Scaling;
import dev.odds.design.Span;
import dev.odds.design.Workers;
import dev.odds.kernel.Lanes;
import dev.odds.objective.VectorSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a feature does to the probability A, with standard errors by the delta method: the variance of an effect e is g^T V g, g its
 * gradient by the coefficients and V their covariance (C. R. Rao, <i>Linear Statistical Inference</i>, 6a.2). With w the weight of an
 * example, W their sum and A' = A (1 - A):
 *
 * <pre>
 * a number x_j     e = theta_j mean A'              g_k = [k = j] mean A' + theta_j mean A' (1 - 2A) x~_k
 * a level l        e = mean (A_l - A_0)             g_k = mean (A'_l x~_k,l - A'_0 x~_k,0)
 * </pre>
 *
 * <p>where mean stands for (1/W) sum w, and l and 0 for the example with the features of its column set to level l or to the reference.
 * The feature that marks missing values is a level of its own. Where labels are separated the examples are those that no direction
 * separates; an effect of an infinite coefficient is not told.
 *
 * <p>Everything is computed in the coordinates of the design, where far-off columns are centred and nothing cancels. One reading for
 * the numbers and one for the levels, more where these are thousands: O(n d) for each level.
 */
public final class MarginalEffects {
    /** The most numbers that a reading sums up. */
    private static final int CELLS = 1 << 20;

    private final Fitted fitted;
    private final Design design;
    private final Response response;
    private final Covariance covariance;
    private final double[] x;
    private final double[] estimates;

    private MarginalEffects(Fitted fitted, Design design, Response response, Covariance covariance) {
        this.fitted = fitted;
        this.design = design;
        this.response = response;
        this.covariance = covariance;
        this.x = fitted.x();
        this.estimates = fitted.estimates();
    }

    /**
     * Averaged over the examples: an effect for each feature, in order.
     *
     * @param spans which features belong together
     * @param names of the d features
     * @param covariance in the coordinates of the design, over the variables kept, such as {@link Fitted#inverse}
     * @param level coverage of the intervals, in (0, 1)
     */
    public static List<Effect> average(
            Fitted fitted, List<Span> spans, List<String> names, Covariance covariance, double level) {
        return new MarginalEffects(fitted, fitted.part().design(), fitted.part().response(), covariance)
                .effects(spans, names, level);
    }

    /**
     * As above for one example that has the weighted mean of every feature, and of the offset; where a level is looked at, the other
     * features have their means.
     */
    public static List<Effect> atMeans(
            Fitted fitted, List<Span> spans, List<String> names, Covariance covariance, double level) {
        int d = fitted.features();
        double[] means = MeanStep.of(fitted.part());
        Design one = new DesignBuilder(false, false, Workers.of(1))
                .build(new MatrixExamples(Arrays.copyOf(means, d), d), Scaling.none(d));
        Response response = ArrayResponse.of(new double[1], null, new double[] {means[d]});
        return new MarginalEffects(fitted, one, response, covariance).effects(spans, names, level);
    }

    private List<Effect> effects(List<Span> spans, List<String> names, double level) {
        int d = fitted.features();
        double[] values = new double[d];
        double[] errors = new double[d];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(errors, Double.NaN);
        slopes(values, errors);
        List<Change> changes = Change.of(spans);
        int batch = Math.max(1, CELLS / (d + ChangeStep.EXTRA));
        for (int first = 0; first < changes.size(); first += batch) {
            changes(changes.subList(first, Math.min(first + batch, changes.size())), values, errors);
        }
        boolean[] change = new boolean[d];
        changes.forEach(c -> change[c.feature()] = true);
        List<Effect> effects = new ArrayList<>(d);
        for (int j = 0; j < d; j++) {
            boolean told = fitted.solution().isKept(j) && Double.isFinite(estimates[j]);
            effects.add(new Effect(
                    names.get(j), change[j], told ? values[j] : Double.NaN, told ? errors[j] : Double.NaN, level));
        }
        return effects;
    }

    /** The derivatives by every feature; O(k^2) after the reading. */
    private void slopes(double[] values, double[] errors) {
        int d = fitted.features();
        double weight = response.weight();
        double[] sums = design.sum(response, () -> new VectorSum(d + SlopeStep.EXTRA), new SlopeStep(x))
                .values();
        double mean = sums[d + 1] / weight;
        double[] second = kept(sums, weight);
        double[] product = covariance.times(second);
        double square = Lanes.dot(second, 0, product, 0, second.length);
        int[] kept = fitted.kept();
        for (int i = 0; i < kept.length && kept[i] < d; i++) {
            int j = kept[i];
            double variance = mean * mean * covariance.get(i, i) + 2 * mean * x[j] * product[i] + x[j] * x[j] * square;
            values[j] = x[j] * mean * fitted.scaling().scale()[j];
            errors[j] = Math.sqrt(Math.max(0, variance)) * fitted.scaling().scale()[j];
        }
    }

    /** The changes of some levels; O(k^2) for each after the reading. */
    private void changes(List<Change> changes, double[] values, double[] errors) {
        int d = fitted.features();
        int width = d + ChangeStep.EXTRA;
        double weight = response.weight();
        ChangeStep step = ChangeStep.of(changes, x, fitted.scaling(), estimates);
        double[] sums = design.sum(response, () -> new VectorSum(changes.size() * width), step)
                .values();
        for (int c = 0; c < changes.size(); c++) {
            Change change = changes.get(c);
            double[] gradient = Arrays.copyOfRange(sums, c * width, (c + 1) * width);
            for (int k = change.from(); k < change.to(); k++) {
                gradient[k] = -fitted.scaling().center()[k] * fitted.scaling().scale()[k] * gradient[d];
            }
            gradient[change.feature()] += fitted.scaling().scale()[change.feature()] * gradient[d + 1];
            values[change.feature()] = gradient[d + 2] / weight;
            errors[change.feature()] = Math.sqrt(covariance.variance(kept(gradient, weight)));
        }
    }

    /** Of sums over all variables, the bias at d, the means over those kept. */
    private double[] kept(double[] sums, double weight) {
        int[] kept = fitted.kept();
        double[] means = new double[kept.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = sums[kept[i]] / weight;
        }
        return means;
    }
}
