package dev.odds.inference;

import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Linear equations between some variables, none of which follows from the others.
 *
 * @param rows for each, a factor per variable
 * @param values the other sides
 */
record Equations(List<double[]> rows, List<Double> values) {
    /** What of a row of length 1 must be left over by the rows before it, to be told from rounding. */
    private static final double DEPENDENT = 1e-10;

    /**
     * Leaves out equations that follow from those before them: Gram and Schmidt's orthogonalisation, twice over. O(m^2 u).
     *
     * @param variables the u variables of the hypothesis
     * @param units what each is measured in, so that lengths do not depend on the user's units
     * @throws InputException if an equation contradicts those before it
     */
    static Equations independent(Hypothesis hypothesis, int[] variables, double[] units) {
        Equations kept = new Equations(new ArrayList<>(), new ArrayList<>());
        Equations basis = new Equations(new ArrayList<>(), new ArrayList<>());
        for (Restriction restriction : hypothesis.restrictions()) {
            double[] row = new double[variables.length];
            double[] rest = new double[variables.length];
            for (int u = 0; u < variables.length; u++) {
                row[u] = restriction.factors().getOrDefault(variables[u], 0.0);
                rest[u] = row[u] * units[u];
            }
            if (basis.extend(rest, restriction, hypothesis.text())) {
                kept.rows.add(row);
                kept.values.add(restriction.value());
            }
        }
        return kept;
    }

    int count() {
        return rows.size();
    }

    /** Adds what is left of an equation when those here are taken off, unless nothing is; these are orthonormal. */
    private boolean extend(double[] rest, Restriction restriction, String text) {
        double length = divide(rest, norm(rest));
        double value = restriction.value() / length;
        double size = Math.abs(value);
        for (int pass = 0; pass < 2; pass++) {
            for (int b = 0; b < count(); b++) {
                double[] other = rows.get(b);
                double along = 0;
                for (int u = 0; u < rest.length; u++) {
                    along = Math.fma(rest[u], other[u], along);
                }
                for (int u = 0; u < rest.length; u++) {
                    rest[u] = Math.fma(-along, other[u], rest[u]);
                }
                value = Math.fma(-along, values.get(b), value);
                size += Math.abs(along * values.get(b));
            }
        }
        double left = norm(rest);
        if (left > DEPENDENT) {
            rows.add(rest);
            values.add(value / divide(rest, left));
            return true;
        }
        if (Math.abs(value) > DEPENDENT * size) {
            throw new InputException("hypothesis '%s': found %s, expected it not to contradict the equations before it"
                    .formatted(text, restriction.text()));
        }
        return false;
    }

    private static double norm(double[] row) {
        double squares = 0;
        for (double v : row) {
            squares = Math.fma(v, v, squares);
        }
        return Math.sqrt(squares);
    }

    private static double divide(double[] row, double length) {
        for (int u = 0; u < row.length; u++) {
            row[u] /= length;
        }
        return length;
    }
}
