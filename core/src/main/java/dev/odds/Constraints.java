package dev.odds;

import dev.odds.design.Encoder;
import dev.odds.design.Scaling;
import dev.odds.design.Span;
import dev.odds.optimize.Box;
import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Penalty factors and bounds by feature, from those by name. Immutable.
 *
 * @param factors d numbers
 * @param lower d numbers on the user's scale, or null where there are no bounds
 * @param upper as {@code lower}
 */
public record Constraints(double[] factors, double[] lower, double[] upper) {
    /** Of d features that are treated alike. */
    static Constraints none(int features) {
        return new Constraints(filled(features, 1), null, null);
    }

    /**
     * By the features' names, or by their columns'.
     *
     * @throws InputException if a name is neither
     */
    public static Constraints of(Shrinkage shrinkage, Encoder encoder) {
        List<String> features = encoder.features();
        if (shrinkage.isPlain()) {
            return none(features.size());
        }
        Map<String, Span> spans = new HashMap<>();
        encoder.spans().forEach(span -> spans.put(span.column(), span));
        for (int j = 0; j < features.size(); j++) {
            spans.put(features.get(j), new Span(features.get(j), j, j + 1, false));
        }
        return of(shrinkage, spans, features.size());
    }

    /** Of features that are called x1, x2, ... */
    static Constraints of(Shrinkage shrinkage, int features) {
        if (shrinkage.isPlain()) {
            return none(features);
        }
        Map<String, Span> spans = new HashMap<>();
        for (int j = 0; j < features; j++) {
            String name = LogisticRegression.name(j);
            spans.put(name, new Span(name, j, j + 1, false));
        }
        return of(shrinkage, spans, features);
    }

    private static Constraints of(Shrinkage shrinkage, Map<String, Span> spans, int features) {
        double[] factors = filled(features, 1);
        double[] lower = filled(features, Double.NEGATIVE_INFINITY);
        double[] upper = filled(features, Double.POSITIVE_INFINITY);
        set(factors, shrinkage.factors(), spans, "a penalty factor");
        set(lower, shrinkage.lower(), spans, "a least coefficient");
        set(upper, shrinkage.upper(), spans, "a largest coefficient");
        return shrinkage.isBounded() ? new Constraints(factors, lower, upper) : new Constraints(factors, null, null);
    }

    /** Whole columns first, so that what is said of one coefficient counts. */
    private static void set(double[] into, Map<String, Double> values, Map<String, Span> spans, String what) {
        values.keySet().forEach(name -> {
            if (!spans.containsKey(name)) {
                throw new InputException(
                        "found %s for %s, which is neither a column nor a coefficient; expected one of %s"
                                .formatted(what, name, some(spans)));
            }
        });
        values.keySet().stream()
                .map(spans::get)
                .sorted((a, b) -> b.count() - a.count())
                .forEach(span -> Arrays.fill(into, span.from(), span.to(), values.get(span.column())));
    }

    private static String some(Map<String, Span> spans) {
        List<String> names = spans.keySet().stream().sorted().limit(20).toList();
        return String.join(", ", names) + (spans.size() > names.size() ? ", ..." : "");
    }

    private static double[] filled(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }

    /** The bounds on stored coefficients, theta_j = theta'_j scale_j; null where there are none. */
    public Box box(Scaling scaling) {
        return lower == null ? null : new Box(over(lower, scaling.scale()), over(upper, scaling.scale()));
    }

    private static double[] over(double[] bounds, double[] scale) {
        double[] stored = new double[bounds.length];
        for (int j = 0; j < stored.length; j++) {
            stored[j] = bounds[j] / scale[j];
        }
        return stored;
    }
}
