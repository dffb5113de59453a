package dev.odds.optimize;

/** F and its derivatives at one x. */
public interface Point {
    /** F(x). */
    double value();

    /** The gradient; for {@link Need#GRADIENT} and up. Not to be modified. */
    double[] gradient();

    /** The Hessian; for {@link Need#HESSIAN}. Not to be modified. */
    Symmetric hessian();

    /** out = Hessian(x) v, by a reading of its own; whatever the need was. {@code out} is overwritten. */
    void times(double[] v, double[] out);

    /**
     * The size of one term of the loss in the gradient: the mean over the examples of the absolute derivative by the logit. The
     * rounding error of the gradient is measured by it. For {@link Need#GRADIENT} and up.
     */
    double meanResidual();

    /**
     * The mean over the examples of the squared derivative by the logit divided by the second derivative: Pearson's statistic over W.
     * Infinite where an example is missed so far that it shows no curvature; NaN where it was not asked for. For {@link Need#HESSIAN}
     * always.
     */
    double pearson();
}
