package dev.odds.objective;

import dev.odds.optimize.Separable;
import java.util.Arrays;

/**
 * The dual objective along alpha r, alpha in (0, 1], from what is known at r, the bias settled: at least
 *
 * <p>D(alpha r) >= alpha (loss + ln(1 / alpha) residual) - sum_j p_j*(-alpha (X r)_j)
 *
 * <p>since minus the conjugate of the loss is an entropy, w h(A) for a label of weight w with A = |r| / w, and
 * h(alpha A) >= alpha h(A) + alpha ln(1 / alpha) A. Derived in docs/derivation.md.
 *
 * @param p the penalty
 * @param loss the offsets less the conjugates of the loss at r, over W
 * @param residual the mean of |r|, or less
 * @param products (X r)_j over W; held, not copied
 * @param errors how far from the true ones these may be; held, not copied
 * @param loud the features whose products may reach their slopes: no other costs anything at any alpha
 */
record DualRay(Separable p, double loss, double residual, double[] products, double[] errors, int[] loud) {
    /** Keeps a product below its slope although the quotient was rounded. */
    private static final double INWARD = 1 - 0x1p-51;

    static DualRay of(Separable p, double loss, double residual, double[] products, double[] errors) {
        int[] loud = new int[products.length];
        int count = 0;
        for (int j = 0; j < products.length; j++) {
            if (!(Math.abs(products[j]) + errors[j] <= p.slope()[j])) {
                loud[count++] = j;
            }
        }
        return new DualRay(p, loss, residual, products, errors, Arrays.copyOf(loud, count));
    }

    /** What is lost at alpha against {@link #loss}: of the loss itself and to the penalty. */
    double lost(double alpha) {
        return (1 - alpha) * loss + alpha * StrictMath.log(alpha) * residual + conjugates(alpha);
    }

    /** sum_j p_j*(-alpha (X r)_j). */
    double conjugates(double alpha) {
        double sum = 0;
        for (int j : loud) {
            sum += Conjugate.near(p, j, -alpha * products[j], alpha * errors[j]);
        }
        return sum;
    }

    /**
     * Of two alphas the one that loses less: the largest at which all conjugates are finite, and that at which all that have a slope
     * are 0. Zero where some conjugate is infinite at every alpha.
     */
    double best() {
        double finite = 1;
        double quiet = 1;
        for (int j : loud) {
            double excess = Conjugate.excess(p, j, -products[j], errors[j]);
            if (excess > 1) {
                boolean infinite = Conjugate.near(p, j, -products[j], errors[j]) == Double.POSITIVE_INFINITY;
                finite = infinite ? Math.min(finite, INWARD / excess) : finite;
                quiet = p.slope()[j] > 0 ? Math.min(quiet, INWARD / excess) : quiet;
            }
        }
        boolean one = finite <= quiet || finite == 0;
        return one || lost(finite) <= lost(quiet) ? finite : quiet;
    }
}
