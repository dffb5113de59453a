package dev.odds.optimize;

/**
 * What is proved of a fit: a bound on F - min F, or the plain word that there is none.
 *
 * @param kind how it was proved
 * @param relativeGap the bound divided by the null loss; NaN for {@link Kind#GRADIENT}
 * @param inStandardErrors (2 W bound)^(1/2): how many standard errors the coefficients are from the optimum, at most, in any
 *     direction; NaN for {@link Kind#GRADIENT}
 */
public record Certificate(Kind kind, double relativeGap, double inStandardErrors) {
    /** How a bound is proved. */
    public enum Kind {
        SELF_CONCORDANCE("self-concordance"),
        DUALITY_GAP("duality-gap"),
        GRADIENT("gradient");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As users read it. */
        public String word() {
            return word;
        }
    }

    /** No bound. */
    public static Certificate none() {
        return new Certificate(Kind.GRADIENT, Double.NaN, Double.NaN);
    }

    /** A bound, or none where {@code gap} is infinite. */
    public static Certificate of(Kind kind, double gap, double nullLoss, double weight) {
        return gap < Double.POSITIVE_INFINITY
                ? new Certificate(kind, gap / nullLoss, StrictMath.sqrt(2 * weight * gap))
                : none();
    }
}
