package dev.odds.kernel;

/**
 * The cross-entropy of one example with logit z, weight w1 of label 1 and weight w0 of label 0, and its derivatives by z;
 * none is divided by W.
 *
 * <pre>
 * loss       l   = w1 log(1 + exp(-z)) + w0 log(1 + exp(z)) = w1 max(-z, 0) + w0 max(z, 0) + (w1 + w0) log(1 + e)
 * residual   l'  = w0 A - w1 (1 - A)                         = (w0 - w1 e) / (1 + e) for z at least 0, else (w0 e - w1) / (1 + e)
 * curvature  l'' = (w1 + w0) A (1 - A)                       = (w1 + w0) e / (1 + e)^2
 * </pre>
 *
 * with e = exp(-|z|). Of a labelled example one weight is 0 and nothing cancels: each is within 4 ulp, where it is a normal
 * double for weight 1; below, the absolute error is less than the smallest normal double, for weights up to 2^52. With two
 * positive weights that holds of the loss and the curvature, while the residual is a difference, within 4 ulp of its
 * larger term.
 */
public final class LogisticLoss {
    private LogisticLoss() {}

    /**
     * The loss, from e = exp(-|z|). A weight of 0 counts for nothing, even where z is infinite.
     *
     * @param success w1, at least 0
     * @param failure w0, at least 0
     */
    public static double loss(double z, double e, double success, double failure) {
        return onSide(z, even(e, success, failure), success, failure);
    }

    /** (w1 + w0) log(1 + e), the part of the loss that is the same for z and -z. */
    static double even(double e, double success, double failure) {
        return (success + failure) * Exponential.log1p(e);
    }

    /**
     * The loss from its even part: the weight of the label on whose wrong side z is, times |z|, is added.
     *
     * <p>Here and in the residual, the sign bit of z selects, by masks: of branches on random labels a CPU guesses every other one wrong,
     * which costs more than the exponential. Of which side a zero is does not matter: there |z| is 0 and e is 1.
     */
    static double onSide(double z, double even, double success, double failure) {
        long wrong = select(z, success, failure);
        long some = -(wrong & Long.MAX_VALUE) >> 63;
        double distance = Double.longBitsToDouble(Double.doubleToRawLongBits(Math.abs(z)) & some);
        return Math.fma(Double.longBitsToDouble(wrong), distance, even);
    }

    /** The derivative of the loss by z, from e = exp(-|z|). */
    public static double residual(double z, double e, double success, double failure) {
        double near = Double.longBitsToDouble(select(z, -success, failure));
        double far = Double.longBitsToDouble(select(z, failure, -success));
        return Math.fma(far, e, near) / (1 + e);
    }

    /** The bits of one of two numbers, by the sign bit of z. */
    private static long select(double z, double negative, double positive) {
        long sign = Double.doubleToRawLongBits(z) >> 63;
        long other = Double.doubleToRawLongBits(positive);
        return other ^ (other ^ Double.doubleToRawLongBits(negative)) & sign;
    }

    /** The second derivative of the loss by z, from e = exp(-|z|). */
    public static double curvature(double e, double success, double failure) {
        return (success + failure) * LogisticMath.curvature(e);
    }
}
