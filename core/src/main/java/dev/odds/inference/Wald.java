package dev.odds.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * Tests and intervals from the curvature at the optimum: an estimate is taken as normal around its true value, with the
 * standard error that the inverse Hessian gives (A. Wald, Transactions of the American Mathematical Society 54, 1943).
 */
public final class Wald {
    /** The usual coverage of an interval. */
    public static final double DEFAULT_LEVEL = 0.95;

    private Wald() {}

    /**
     * A row per coefficient, in the order given.
     *
     * @param names k names
     * @param estimates k coefficients on the user's scale; not modified
     * @param standardErrors k standard errors, NaN where they mean nothing; not modified
     * @param aliased k flags: the column has no coefficient; not modified
     * @param level coverage of the intervals, in (0, 1)
     */
    public static List<Estimate> table(
            List<String> names, double[] estimates, double[] standardErrors, boolean[] aliased, double level) {
        int k = names.size();
        if (estimates.length != k || standardErrors.length != k || aliased.length != k) {
            throw new IllegalArgumentException(
                    "found %d names, %d estimates, %d standard errors and %d flags; expected as many of each"
                            .formatted(k, estimates.length, standardErrors.length, aliased.length));
        }
        List<Estimate> rows = new ArrayList<>(k);
        for (int j = 0; j < k; j++) {
            rows.add(new Estimate(names.get(j), estimates[j], standardErrors[j], level, aliased[j]));
        }
        return List.copyOf(rows);
    }
}
