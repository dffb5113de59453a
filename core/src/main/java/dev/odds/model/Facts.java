package dev.odds.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a model came to be; nothing here changes what it predicts.
 *
 * @param version the release of Odds that fitted it
 * @param sample what it was fitted on
 * @param penalty what was minimised
 * @param run how the minimum was found
 * @param separation whether the labels can be told apart without error
 * @param aliased features that are sums of others, whose coefficient is 0
 * @param standardErrors one per feature, the bias last where there is one, NaN where it means nothing; or null; held, not
 *     copied
 * @param covariance of the coefficients, or null where it is not held
 * @param path the path on which its lambda was chosen, or null
 */
public record Facts(
        String version,
        Sample sample,
        Penalty penalty,
        Run run,
        Separation separation,
        List<String> aliased,
        double[] standardErrors,
        Covariance covariance,
        ModelPath path) {

    public Facts {
        aliased = List.copyOf(aliased);
    }

    /** Of a model without a path. */
    public Facts(
            String version,
            Sample sample,
            Penalty penalty,
            Run run,
            Separation separation,
            List<String> aliased,
            double[] standardErrors,
            Covariance covariance) {
        this(version, sample, penalty, run, separation, aliased, standardErrors, covariance, null);
    }

    Facts with(Covariance other) {
        return new Facts(version, sample, penalty, run, separation, aliased, standardErrors, other, path);
    }

    Facts with(ModelPath other) {
        return new Facts(version, sample, penalty, run, separation, aliased, standardErrors, covariance, other);
    }

    /** Of the model at a point of the path. */
    Facts at(ModelPath.Point point) {
        Penalty there = penalty.withLambda(point.lambda());
        return new Facts(version, sample, there, point.run(), Separation.NONE, aliased, null, null, path);
    }

    /**
     * The data of a fit.
     *
     * @param source as the user named it
     * @param examples n; 0 where it is not known
     * @param dropped rows that were left out for missing values
     * @param weight W, the summed weight
     */
    public record Sample(String source, long examples, long dropped, double weight) {}

    /**
     * The penalty lambda sum_j f_j (l1Ratio |theta_j| + (1 - l1Ratio) / 2 theta_j^2), on theta_j sd_j if standardised, within bounds on
     * theta; or, lambda being 0, Firth's if so. Factors and bounds are by the name of a column or, before it, of a coefficient.
     *
     * @param factors f where it is not 1; infinite where a coefficient is held at 0
     * @param lower the least coefficients, where there is one
     * @param upper the largest coefficients, where there is one
     */
    public record Penalty(
            double lambda,
            double l1Ratio,
            boolean standardize,
            boolean firth,
            Map<String, Double> factors,
            Map<String, Double> lower,
            Map<String, Double> upper) {
        public Penalty {
            factors = sorted(factors);
            lower = sorted(lower);
            upper = sorted(upper);
        }

        /** One that treats all features alike. */
        public Penalty(double lambda, double l1Ratio, boolean standardize, boolean firth) {
            this(lambda, l1Ratio, standardize, firth, Map.of(), Map.of(), Map.of());
        }

        /** The same file for the same model wants an order. */
        private static SortedMap<String, Double> sorted(Map<String, Double> map) {
            return Collections.unmodifiableSortedMap(new TreeMap<>(map));
        }

        Penalty withLambda(double other) {
            return new Penalty(other, l1Ratio, standardize, firth, factors, lower, upper);
        }

        /** Whether there are bounds. */
        public boolean isBounded() {
            return !lower.isEmpty() || !upper.isEmpty();
        }

        /** Whether estimates are shrunk or bounded, so that they have no standard errors. */
        public boolean isShrinking() {
            return lambda > 0 || isBounded();
        }
    }

    /**
     * The end of a fit; of one that was not made by Odds most is not known.
     *
     * @param solver its name
     * @param iterations how many it took
     * @param converged whether the tolerance was met
     * @param certificate what bounds the distance to the optimum: {@code self-concordance}, {@code duality-gap}, or
     *     {@code gradient} where nothing does
     * @param relativeGap the bound relative to {@code nullLoss}; NaN where there is none
     * @param inStandardErrors the bound in standard errors; NaN where there is none
     * @param gradientNorm of the objective, at the end; NaN where it is not known
     * @param loss the mean loss; NaN where it is not known
     * @param nullLoss the mean loss of the bias alone; NaN where it is not known
     * @param fingerprint of the raw bits of the coefficients; empty where there is none
     */
    public record Run(
            String solver,
            int iterations,
            boolean converged,
            String certificate,
            double relativeGap,
            double inStandardErrors,
            double gradientNorm,
            double loss,
            double nullLoss,
            String fingerprint) {}

    /**
     * Whether some combination of features tells the labels apart.
     *
     * @param verdict {@code none}, {@code separated} or {@code undecided}
     * @param columns what tells them apart, in words
     */
    public record Separation(String verdict, List<String> columns) {
        static final Separation NONE = new Separation("none", List.of());

        public Separation {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What the standard errors of logits need. Columns are taken from a center, so that far-off ones lose no digits: it is the covariance
     * of theta and of the logit at the center.
     *
     * @param name which covariance it is, such as {@code fisher}
     * @param variables the k coefficients that were estimated, increasing: feature j, or d for the bias; held, not copied, as are all
     * @param center k numbers on the user's scale; 0 for the bias
     * @param packed the lower half, row i starting at i (i + 1) / 2
     */
    public record Covariance(String name, int[] variables, double[] center, double[] packed) {
        public Covariance {
            int k = variables.length;
            if (center.length != k || packed.length != k * (k + 1L) / 2) {
                throw new IllegalArgumentException(
                        "found %d centers and %d covariances of %d coefficients, expected %d and %d"
                                .formatted(center.length, packed.length, k, k, k * (k + 1L) / 2));
            }
            if (!allFinite(center) || !allFinite(packed)) {
                throw new IllegalArgumentException("found a covariance that is not finite, expected finite ones");
            }
        }

        private static boolean allFinite(double[] numbers) {
            return Arrays.stream(numbers).allMatch(Double::isFinite);
        }
    }
}
