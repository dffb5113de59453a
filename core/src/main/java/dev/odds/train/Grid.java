package dev.odds.train;

import dev.odds.table.InputException;
import java.util.Arrays;

/**
 * At which lambdas a path is asked for.
 *
 * @param lambdas finite numbers above 0, decreasing; or null for {@code count} of them from the least lambda at which all coefficients that
 *     are penalised are 0, each the same part of the one before; held, not copied
 * @param count how many
 * @param ratio the last over the first; NaN for 1e-4, or 1e-2 where there are more features than examples
 * @param whole whether the path goes on where the loss falls no more, or hardly anything of it is left
 */
public record Grid(double[] lambdas, int count, double ratio, boolean whole) {
    public Grid {
        if (lambdas == null && count < 2) {
            throw new InputException("found %d lambdas for a path; expected at least 2".formatted(count));
        }
        if (!Double.isNaN(ratio) && !(ratio > 0 && ratio < 1)) {
            throw new InputException(
                    "the last lambda over the first is %s; expected a number between 0 and 1".formatted(ratio));
        }
        if (lambdas != null) {
            check(lambdas);
        }
    }

    private static void check(double[] lambdas) {
        double last = Double.POSITIVE_INFINITY;
        for (double lambda : lambdas) {
            if (!(lambda > 0 && lambda < last)) {
                throw new InputException(
                        "found lambda %s after %s; expected numbers above 0, each less than the one before"
                                .formatted(lambda, last));
            }
            last = lambda;
        }
        if (lambdas.length == 0) {
            throw new InputException("found no lambda for a path; expected at least one");
        }
    }

    /** 100 lambdas that end where nothing is left to be won. */
    public static Grid standard() {
        return new Grid(null, 100, Double.NaN, false);
    }

    /** These, all of them. */
    public static Grid of(double... lambdas) {
        return new Grid(lambdas.clone(), lambdas.length, Double.NaN, true);
    }

    /**
     * The lambdas.
     *
     * @param largest the least lambda at which all coefficients that are penalised are 0
     * @param wide whether there are more features than examples
     */
    double[] from(double largest, boolean wide) {
        if (lambdas != null) {
            return lambdas;
        }
        double whole = Double.isNaN(ratio) ? (wide ? 1e-2 : 1e-4) : ratio;
        double[] grid = new double[count];
        double step = StrictMath.log(whole) / (count - 1);
        Arrays.setAll(grid, k -> k == 0 ? largest : largest * StrictMath.exp(k * step));
        return grid;
    }
}
