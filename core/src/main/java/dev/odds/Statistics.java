package dev.odds;

import dev.odds.inference.Effect;
import dev.odds.inference.Estimate;
import dev.odds.inference.Goodness;
import dev.odds.inference.TermTest;
import java.util.List;

/**
 * What was computed beside a fit. Lists are empty and others null where nothing was asked, or where it means nothing.
 *
 * @param coefficients the bias first, with the intervals that were asked for
 * @param intervals which these are: {@code wald} or {@code profile}
 * @param profiled the same with profile-likelihood intervals, where they stand beside Wald's
 * @param goodness how much the model explains
 * @param model the likelihood-ratio test of all columns together
 * @param score the score test of all columns together
 * @param wald Wald's test of all columns together by the covariance of the fit, where that is not Fisher's
 * @param clusters G, where errors rest on clusters; else 0
 * @param sampled whether weights are sampling weights, which make no likelihood
 * @param terms the test of each column
 * @param tests which these are: {@code likelihood-ratio} or {@code wald}
 * @param hypotheses Wald's tests, in the order asked for
 * @param effects on the probability
 * @param effectsAt where these were taken
 * @param penalisedLogLikelihood l + 1/2 log det I on the user's scale, of a fit by Firth's likelihood; else NaN
 */
public record Statistics(
        List<Estimate> coefficients,
        String intervals,
        List<Estimate> profiled,
        Goodness goodness,
        TermTest model,
        TermTest score,
        TermTest wald,
        long clusters,
        boolean sampled,
        List<TermTest> terms,
        String tests,
        List<TermTest> hypotheses,
        List<Effect> effects,
        Questions.Effects effectsAt,
        double penalisedLogLikelihood) {

    public Statistics {
        coefficients = List.copyOf(coefficients);
        profiled = List.copyOf(profiled);
        terms = List.copyOf(terms);
        hypotheses = List.copyOf(hypotheses);
        effects = List.copyOf(effects);
    }
}
