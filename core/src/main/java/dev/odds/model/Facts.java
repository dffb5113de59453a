package dev.odds.model;

import java.util.List;

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
 */
public record Facts(
        String version,
        Sample sample,
        Penalty penalty,
        Run run,
        Separation separation,
        List<String> aliased,
        double[] standardErrors) {

    public Facts {
        aliased = List.copyOf(aliased);
    }

    /**
     * The data of a fit.
     *
     * @param source as the user named it
     * @param examples n
     * @param dropped rows that were left out for missing values
     * @param weight W, the summed weight
     */
    public record Sample(String source, long examples, long dropped, double weight) {}

    /** The penalty lambda * (l1Ratio * |theta|_1 + (1 - l1Ratio)/2 * |theta|^2), on theta_j sd_j if standardised. */
    public record Penalty(double lambda, double l1Ratio, boolean standardize) {}

    /**
     * The end of a fit.
     *
     * @param solver its name
     * @param iterations how many it took
     * @param converged whether the tolerance was met
     * @param certificate what bounds the distance to the optimum: {@code self-concordance}, {@code duality-gap}, or
     *     {@code gradient} where nothing does
     * @param relativeGap the bound relative to {@code nullLoss}; NaN where there is none
     * @param inStandardErrors the bound in standard errors; NaN where there is none
     * @param gradientNorm of the objective, at the end
     * @param loss the mean loss
     * @param nullLoss the mean loss of the bias alone
     * @param fingerprint of the raw bits of the coefficients
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
        public Separation {
            columns = List.copyOf(columns);
        }
    }
}
