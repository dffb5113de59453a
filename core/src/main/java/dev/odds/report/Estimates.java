package dev.odds.report;

import dev.odds.inference.Estimate;
import dev.odds.inference.Wald;
import dev.odds.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Coefficients as a report shows them: the bias first. */
final class Estimates {
    private Estimates() {}

    /** The coefficients that a model holds. */
    static List<Estimate> of(Model model) {
        List<String> names = model.names();
        int size = names.size();
        int features = model.coefficients().theta().length;
        double[] values = model.estimates();
        double[] errors = model.facts().standardErrors();
        if (errors == null) {
            errors = new double[size];
            Arrays.fill(errors, Double.NaN);
        }
        Set<String> without = new HashSet<>(model.facts().aliased());
        boolean[] aliased = new boolean[size];
        for (int j = 0; j < size; j++) {
            aliased[j] = without.contains(names.get(j));
        }
        List<Estimate> rows = new ArrayList<>(Wald.table(names, values, errors, aliased, Wald.DEFAULT_LEVEL));
        if (size > features) {
            rows.add(0, rows.remove(features));
        }
        return rows;
    }
}
