package dev.odds.inference;

import dev.odds.design.Scaling;
import dev.odds.kernel.CompensatedSum;
import dev.odds.kernel.DenseKernel;
import dev.odds.kernel.Lanes;
import java.util.Arrays;

/**
 * The covariance of the coefficients, symmetric.
 *
 * @param order how many coefficients, the bias last where there is one
 * @param packed lower triangle, row after row: row i starts at i (i + 1) / 2; held, not copied
 */
public record Covariance(int order, double[] packed) {

    public Covariance {
        if (packed.length != start(order)) {
            throw new IllegalArgumentException(
                    "found %d numbers for order %d; expected %d".formatted(packed.length, order, start(order)));
        }
    }

    /**
     * From the coordinates of the design to the user's. The design holds columns (x_j - center_j) scale_j, so that theta_j =
     * scale_j theta'_j and b = b' - sum a_j theta'_j with a_j = scale_j center_j, and with T for this map the covariance
     * is T C T^T.
     *
     * <p>Far-off centers make b the small difference of large numbers: var(b) = v^T C v with v = (-a, 1). It and the
     * covariances with b are therefore summed in twice the precision of a double (T. Ogita, S. M. Rump and S. Oishi,
     * <i>Accurate sum and dot product</i>, SIAM Journal on Scientific Computing 26, 2005): they are as good as C is. O(k^2).
     *
     * @param packedLower C = (W H')^-1, the inverse of the summed Hessian in the design's coordinates, packed as above, the
     *     bias last; not modified
     * @param scale d factors; not modified
     * @param center d centers, on the user's scale; not modified
     * @param bias whether C has a last row for the bias, so that its order is d + 1 and not d; without one the centers must
     *     be zero
     */
    public static Covariance of(double[] packedLower, double[] scale, double[] center, boolean bias) {
        int d = scale.length;
        if (center.length != d || !bias && Arrays.stream(center).anyMatch(m -> m != 0)) {
            throw new IllegalArgumentException(
                    "found %d centers for %d scales; expected as many, all zero without a bias"
                            .formatted(center.length, d));
        }
        Covariance c = new Covariance(bias ? d + 1 : d, packedLower);
        double[] user = packedLower.clone();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                user[start(i) + j] = scale[i] * (scale[j] * c.get(i, j));
            }
        }
        if (bias) {
            c.transformBias(scale, center, user);
        }
        return new Covariance(c.order, user);
    }

    /**
     * The covariance on the user's scale of variables whose covariance this is in the coordinates of a design.
     *
     * @param kept the variables, increasing: feature j, or d for the bias; not modified
     */
    Covariance toUser(int[] kept, Scaling scaling) {
        boolean bias = kept.length > 0 && kept[kept.length - 1] == scaling.features();
        int d = bias ? kept.length - 1 : kept.length;
        double[] scale = new double[d];
        double[] center = new double[d];
        for (int i = 0; i < d; i++) {
            scale[i] = scaling.scale()[kept[i]];
            center[i] = scaling.center()[kept[i]];
        }
        return of(packed, scale, center, bias);
    }

    /** The covariance of coefficients i and j. */
    public double get(int i, int j) {
        return i >= j ? packed[start(i) + j] : packed[start(j) + i];
    }

    /** The square roots of the variances; NaN where rounding has left a variance below zero. */
    public double[] standardErrors() {
        double[] errors = new double[order];
        for (int i = 0; i < order; i++) {
            errors[i] = Math.sqrt(get(i, i));
        }
        return errors;
    }

    /** C g, one number for each coefficient; {@code g} is not modified. O(k^2). */
    public double[] times(double[] g) {
        double[] product = new double[order];
        for (int i = 0; i < order; i++) {
            product[i] = Lanes.dot(packed, start(i), g, 0, i + 1);
            DenseKernel.add(packed, start(i), g[i], product, 0, i);
        }
        return product;
    }

    /** g^T C g, the variance of the sum of g_j times coefficient j; 0 where rounding leaves less. O(k^2). */
    public double variance(double[] g) {
        return Math.max(0, Lanes.dot(g, 0, times(g), 0, order));
    }

    /** Writes the bias row of T C T^T, with this as C: row j is scale_j (C v)_j, the variance v^T (C v). */
    private void transformBias(double[] scale, double[] center, double[] user) {
        int d = scale.length;
        CompensatedSum variance = new CompensatedSum();
        for (int i = 0; i <= d; i++) {
            CompensatedSum row = new CompensatedSum();
            for (int j = 0; j < d; j++) {
                row.addProduct(-scale[j], center[j], get(i, j));
            }
            row.add(get(i, d));
            if (i < d) {
                user[start(d) + i] = scale[i] * row.value();
                variance.addProduct(-scale[i], center[i], row.value());
                variance.addProduct(-scale[i], center[i], row.rest());
            } else {
                variance.add(row.value());
                variance.add(row.rest());
            }
        }
        user[start(d) + d] = variance.value();
    }

    private static int start(int row) {
        return row * (row + 1) / 2;
    }
}
