package dev.odds.objective;

import dev.odds.optimize.Separable;

/**
 * The slopes that a line through F at x may have by each variable and stay below F: from low_j to high_j, which differ where theta_j is
 * 0, with a slope of the penalty, or at a bound, infinite there on one side.
 *
 * @param low by theta and, last, by the bias if there is one
 * @param high not below {@code low}
 */
record Subgradients(double[] low, double[] high) {
    /**
     * At x.
     *
     * @param gradient of all that is smooth
     */
    static Subgradients of(Separable p, double[] x, double[] gradient) {
        double[] low = gradient.clone();
        double[] high = gradient.clone();
        for (int j = 0; j < p.size(); j++) {
            low[j] += x[j] > 0 ? p.slope()[j] : -p.slope()[j];
            high[j] += x[j] < 0 ? -p.slope()[j] : p.slope()[j];
            if (p.box() != null && x[j] <= p.box().lower()[j]) {
                low[j] = Double.NEGATIVE_INFINITY;
            }
            if (p.box() != null && x[j] >= p.box().upper()[j]) {
                high[j] = Double.POSITIVE_INFINITY;
            }
        }
        return new Subgradients(low, high);
    }

    /** The slope by variable j that is nearest to t. */
    double nearest(int j, double t) {
        return Math.max(low[j], Math.min(high[j], t));
    }

    /** Whether there is a choice. */
    boolean isFixed(int j) {
        return low[j] == high[j];
    }

    /** Whether no slope by variable j is 0: it can be moved to make F less. */
    boolean isSteep(int j) {
        return low[j] > 0 || high[j] < 0;
    }

    /** How far t is from the slopes that are not allowed; negative where it is one. */
    double room(int j, double t) {
        return Math.min(t - low[j], high[j] - t);
    }
}
