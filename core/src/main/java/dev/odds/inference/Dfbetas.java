package dev.odds.inference;

import dev.odds.design.Scaling;
import java.util.Arrays;

/**
 * How many standard errors each coefficient would move without an example, by one step of Newton's method (D. Pregibon, 1981): with C
 * = (X~ diag(c) X~^T)^-1, s the score and h the leverage of the example,
 *
 * <pre>
 * DFBETAS_j = (C x~)_j s / (1 - h) / se_j
 * </pre>
 *
 * <p>positive where the example pulls the coefficient up. n x k numbers: computed row after row, O(k^2) each. Safe for threads.
 */
public final class Dfbetas {
    private final Scaling scaling;
    private final int[] kept;
    private final boolean bias;
    private final Covariance inverse;
    private final double[] errors;

    public Dfbetas(Information information) {
        this.scaling = information.scaling();
        this.kept = information.kept();
        this.bias = information.bias();
        this.inverse = information.inverse();
        this.errors = inverse.toUser(kept, scaling).standardErrors();
    }

    /**
     * Of one example.
     *
     * @param x d numbers on the user's scale; not modified
     * @param score s of {@link Influence}
     * @param leverage h
     * @param out overwritten: one number for each feature and, if there is one, the bias; NaN where a coefficient is not estimated
     */
    public void of(double[] x, double score, double leverage, double[] out) {
        double[] stored = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            int j = kept[i];
            stored[i] = j < x.length ? (x[j] - scaling.center()[j]) * scaling.scale()[j] : 1;
        }
        double[] moved = inverse.times(stored);
        double shift = 0;
        for (int i = 0; i < kept.length - (bias ? 1 : 0); i++) {
            moved[i] *= scaling.scale()[kept[i]];
            shift = Math.fma(moved[i], scaling.center()[kept[i]], shift);
        }
        if (bias) {
            moved[kept.length - 1] -= shift;
        }
        Arrays.fill(out, Double.NaN);
        for (int i = 0; i < kept.length; i++) {
            out[kept[i]] = score == 0 ? 0 : moved[i] * score / (1 - leverage) / errors[i];
        }
    }
}
