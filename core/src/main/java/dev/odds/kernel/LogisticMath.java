package dev.odds.kernel;

/**
 * The functions of one logit z, each from the one exponential e = exp(-|z|), which lies in [0, 1] and never overflows.
 *
 * <p>The caller computes e once by {@link #decay} and hands it on. All are defined for every double; z = NaN gives NaN.
 */
public final class LogisticMath {
    private LogisticMath() {}

    /** e = exp(-|z|), in [0, 1]. */
    public static double decay(double z) {
        return Exponential.exp(-Math.abs(z));
    }

    /** A = 1 / (1 + exp(-z)), the probability of label 1. */
    public static double sigmoid(double z) {
        return sigmoid(z, decay(z));
    }

    /**
     * A from e = decay(z): 1 / (1 + e) for z at least 0, e / (1 + e) below. With -z and the same e it is 1 - A, to all digits
     * where the subtraction has none left.
     */
    public static double sigmoid(double z, double e) {
        return (z >= 0 ? 1 : e) / (1 + e);
    }

    /** log(1 + exp(z)) = max(z, 0) + log(1 + e), the loss of label 0; with -z, that of label 1. */
    public static double softplus(double z) {
        return Math.max(z, 0) + Exponential.log1p(decay(z));
    }

    /**
     * A (1 - A) = e / (1 + e)^2, the derivative of A, from e = decay(z).
     *
     * <p>(1 + e)^2 is computed as 1 + e (2 + e): one rounding less than the square.
     */
    public static double curvature(double e) {
        return e / Math.fma(e, 2 + e, 1);
    }
}
