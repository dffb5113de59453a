package dev.odds.optimize;

import java.io.Serializable;

/**
 * Bounds on variables: x_j lies from lower_j to upper_j.
 *
 * @param lower at most 0, minus infinity where there is none; held, not copied
 * @param upper at least 0, infinity where there is none; as {@code lower}
 */
public record Box(double[] lower, double[] upper) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Box {
        for (int j = 0; j < lower.length; j++) {
            if (!(lower[j] <= 0 && upper[j] >= 0)) {
                throw new IllegalArgumentException("bounds %s and %s of variable %d: expected 0 to lie between them"
                        .formatted(lower[j], upper[j], j));
            }
        }
    }

    /** The number in the bounds of variable j that is nearest to t. */
    public double nearest(int j, double t) {
        return Math.max(lower[j], Math.min(upper[j], t));
    }
}
