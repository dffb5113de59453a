package dev.odds.model;

import dev.odds.design.Coefficients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The coefficients of a model file as they come, one per feature and the bias last. */
final class CoefficientTable {
    private final List<String> features;
    private final double[] estimates;
    private final double[] errors;
    private final List<String> aliased = new ArrayList<>();
    private boolean anyError;
    private int count;

    CoefficientTable(List<String> features) {
        this.features = features;
        this.estimates = new double[features.size() + 1];
        this.errors = new double[features.size() + 1];
    }

    /** The name that the next coefficient must have; null where none may follow. */
    String next() {
        return count < features.size() ? features.get(count) : count == features.size() ? Model.BIAS : null;
    }

    /** {@link #next} in words. */
    String expected() {
        return next() == null ? "no more" : next();
    }

    void add(double estimate, double error, boolean alias) {
        if (alias) {
            aliased.add(next());
        }
        estimates[count] = estimate;
        errors[count++] = error;
        anyError |= !Double.isNaN(error);
    }

    /** Whether every feature has its coefficient. */
    boolean complete() {
        return count >= features.size();
    }

    Coefficients coefficients() {
        return new Coefficients(
                Arrays.copyOf(estimates, features.size()), Arrays.copyOfRange(estimates, features.size(), count));
    }

    /** The places of some of them, named in their order; null where one is not there, or not in order. */
    int[] places(List<String> names) {
        int[] places = new int[names.size()];
        int next = 0;
        for (int k = 0; k < places.length; k++) {
            while (next < count && !names.get(k).equals(next < features.size() ? features.get(next) : Model.BIAS)) {
                next++;
            }
            places[k] = next++;
        }
        return next > count ? null : places;
    }

    List<String> aliased() {
        return aliased;
    }

    /** One per coefficient, or null where none has any. */
    double[] standardErrors() {
        return anyError ? Arrays.copyOf(errors, count) : null;
    }
}
