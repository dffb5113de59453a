package dev.odds.design;

import dev.odds.kernel.Lanes;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How stored columns come from the user's: stored_j = (x_j - center_j) * scale_j, exactly. The scale is a power of two; a center
 * other than 0 is taken only where no value of the column loses a bit by it.
 *
 * @param center d numbers
 * @param scale d powers of two
 */
public record Scaling(double[] center, double[] scale) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** stored_j = x_j. */
    public static Scaling none(int features) {
        double[] one = new double[features];
        Arrays.fill(one, 1);
        return new Scaling(new double[features], one);
    }

    private boolean isNone() {
        for (int j = 0; j < scale.length; j++) {
            if (center[j] != 0 || scale[j] != 1) {
                return false;
            }
        }
        return true;
    }

    /** d. */
    public int features() {
        return scale.length;
    }

    /**
     * The same model on the user's scale: theta_j = theta'_j scale_j, b = b' - sum theta_j center_j; itself where nothing is scaled.
     *
     * @param stored coefficients of the stored columns; not modified
     */
    public Coefficients toUser(Coefficients stored) {
        return map(stored, true);
    }

    /** The inverse of {@link #toUser}. */
    public Coefficients toStored(Coefficients user) {
        return map(user, false);
    }

    private Coefficients map(Coefficients from, boolean toUser) {
        if (isNone()) {
            return from;
        }
        int d = features();
        double[] theta = from.theta().clone();
        double[] bias = from.bias().clone();
        for (int k = 0; k < bias.length; k++) {
            double[] user = toUser ? theta : from.theta();
            for (int j = 0; j < d; j++) {
                theta[k * d + j] = toUser ? theta[k * d + j] * scale[j] : theta[k * d + j] / scale[j];
            }
            double shift = Lanes.dot(user, k * d, center, 0, d);
            bias[k] = toUser ? bias[k] - shift : bias[k] + shift;
        }
        if (bias.length == 0) {
            for (int j = 0; j < theta.length; j++) {
                theta[j] = toUser ? theta[j] * scale[j % d] : theta[j] / scale[j % d];
            }
        }
        return new Coefficients(theta, bias);
    }
}
