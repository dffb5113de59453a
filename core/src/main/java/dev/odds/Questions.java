package dev.odds;

import java.util.List;

/**
 * What to compute beside a fit; see {@link Analysis#statistics}.
 *
 * @param intervals of the coefficients
 * @param tests of each column
 * @param hypotheses further tests, as {@link Analysis#test} reads them
 * @param effects on the probability
 */
public record Questions(Intervals intervals, Tests tests, List<String> hypotheses, Effects effects) {
    /** How intervals are found. */
    public enum Intervals {
        /** Wald's, and those of the profile likelihood beside them where these are cheap. */
        USUAL,
        WALD,
        PROFILE
    }

    /** How columns are tested. */
    public enum Tests {
        /** By likelihood ratio where that is cheap and the covariance is Fisher's, else Wald's. */
        USUAL,
        LIKELIHOOD_RATIO,
        WALD,
        NONE
    }

    /** Where effects on the probability are taken. */
    public enum Effects {
        NONE,
        AVERAGE,
        MEANS
    }

    public Questions {
        hypotheses = List.copyOf(hypotheses);
    }

    /** What suits the data, no more. */
    public static Questions usual() {
        return new Questions(Intervals.USUAL, Tests.USUAL, List.of(), Effects.NONE);
    }
}
