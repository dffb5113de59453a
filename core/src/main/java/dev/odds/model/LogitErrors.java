package dev.odds.model;

import dev.odds.design.Examples;
import dev.odds.kernel.Cholesky;
import dev.odds.kernel.Lanes;
import java.util.Arrays;

/** The standard error (x~^T V x~)^(1/2) of the logit of an example, V the covariance of the coefficients; O(k^2). */
final class LogitErrors {
    private final Facts.Covariance covariance;
    /** For each feature its place in the covariance, -1 where it has none. */
    private final int[] places;
    /** x~ at the origin: what the center leaves of a row of zeros. */
    private final double[] origin;

    LogitErrors(Facts.Covariance covariance, int features) {
        this.covariance = covariance;
        this.places = new int[features];
        this.origin = new double[covariance.variables().length];
        Arrays.fill(places, -1);
        for (int i = 0; i < origin.length; i++) {
            int variable = covariance.variables()[i];
            origin[i] = variable < features ? -covariance.center()[i] : 1;
            if (variable < features) {
                places[variable] = i;
            }
        }
    }

    /** One per example. */
    double[] of(Examples examples) {
        double[] errors = new double[(int) examples.count()];
        double[] u = new double[origin.length];
        EachExample.visit(examples, (example, index, x, at, length) -> {
            System.arraycopy(origin, 0, u, 0, u.length);
            for (int k = 0; k < length; k++) {
                int place = places[index == null ? k : index[at + k]];
                if (place >= 0) {
                    u[place] += x == null ? 1 : x[at + k];
                }
            }
            errors[example] = of(u);
        });
        return errors;
    }

    private double of(double[] u) {
        double[] packed = covariance.packed();
        double variance = 0;
        for (int i = 0; i < u.length; i++) {
            if (u[i] != 0) {
                int row = Cholesky.row(i);
                double before = 2 * Lanes.dot(packed, row, u, 0, i);
                variance = Math.fma(u[i], Math.fma(packed[row + i], u[i], before), variance);
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }
}
