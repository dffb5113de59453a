package dev.odds.design;

import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What each column of a table is for. Every column named must be in the table, but for those to drop, which a reader may have
 * left out already.
 *
 * @param target a column, a comparison such as {@code delay > 15} or counts such as {@code successes / trials} (see {@link Target});
 *     null for the labels of sparse rows
 * @param positive the label that counts as 1, or null for the obvious one
 * @param weights the column of weights, or null where each row weighs 1
 * @param offset the column added to the logit, or null
 * @param sampling what the weights mean, and the column of clusters
 * @param only the columns that may become features; empty for all
 * @param drop columns that become no feature
 * @param categorical columns that become one feature per level, however many there are and even if they hold numbers
 * @param numeric columns that must hold numbers
 * @param references the level of a categorical column that has no feature of its own, where it is not the first
 * @param missing what a missing value of a feature does
 */
public record Roles(
        String target,
        String positive,
        String weights,
        String offset,
        Sampling sampling,
        List<String> only,
        List<String> drop,
        List<String> categorical,
        List<String> numeric,
        Map<String, String> references,
        Missing missing) {

    public Roles {
        only = List.copyOf(only);
        drop = List.copyOf(drop);
        categorical = List.copyOf(categorical);
        numeric = List.copyOf(numeric);
        references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
        for (String column : numeric) {
            if (categorical.contains(column)) {
                throw new InputException(
                        "column %s is asked to be numeric and categorical; expected one".formatted(column));
            }
        }
        checkApart("weights", weights, "offset", offset);
        checkApart("weights", weights, "cluster", sampling.cluster());
        checkApart("offset", offset, "cluster", sampling.cluster());
        for (String column : drop) {
            boolean other = column.equals(weights) || column.equals(offset) || column.equals(sampling.cluster());
            if (other || only.contains(column) || column.equals(target)) {
                throw new InputException("column %s is asked to be used and dropped; expected one".formatted(column));
            }
        }
    }

    /** All columns but the target's are features. */
    public static Roles target(String target) {
        return new Roles(
                target,
                null,
                null,
                null,
                Sampling.PLAIN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Missing.DROP);
    }

    /** For sparse rows, which carry their labels. */
    public static Roles labelled() {
        return target(null);
    }

    public Roles withPositive(String label) {
        return new Roles(
                target, label, weights, offset, sampling, only, drop, categorical, numeric, references, missing);
    }

    /** Weights that count equal rows; null for none. */
    public Roles withWeights(String column) {
        return weighted(column, false);
    }

    /** Weights that say how many of a population each row stands for; null for none. */
    public Roles withSamplingWeights(String column) {
        return weighted(column, true);
    }

    private Roles weighted(String column, boolean sampled) {
        if (weights != null && sampling.weighted() != sampled) {
            if (column == null) {
                return this;
            }
            throw new InputException("found weights %s and sampling weights %s; expected one of them"
                    .formatted(sampled ? weights : column, sampled ? column : weights));
        }
        Sampling drawn = new Sampling(sampled && column != null, sampling.cluster());
        return new Roles(
                target, positive, column, offset, drawn, only, drop, categorical, numeric, references, missing);
    }

    /** Rows of one value of the column were drawn together; null where each was drawn alone. */
    public Roles withCluster(String column) {
        Sampling drawn = new Sampling(sampling.weighted(), column);
        return new Roles(
                target, positive, weights, offset, drawn, only, drop, categorical, numeric, references, missing);
    }

    public Roles withOffset(String column) {
        return new Roles(
                target, positive, weights, column, sampling, only, drop, categorical, numeric, references, missing);
    }

    public Roles withOnly(List<String> columns) {
        return new Roles(
                target, positive, weights, offset, sampling, columns, drop, categorical, numeric, references, missing);
    }

    public Roles withDrop(List<String> columns) {
        return new Roles(
                target, positive, weights, offset, sampling, only, columns, categorical, numeric, references, missing);
    }

    public Roles withCategorical(List<String> columns) {
        return new Roles(
                target, positive, weights, offset, sampling, only, drop, columns, numeric, references, missing);
    }

    public Roles withNumeric(List<String> columns) {
        return new Roles(
                target, positive, weights, offset, sampling, only, drop, categorical, columns, references, missing);
    }

    public Roles withReferences(Map<String, String> levels) {
        return new Roles(
                target, positive, weights, offset, sampling, only, drop, categorical, numeric, levels, missing);
    }

    public Roles withMissing(Missing policy) {
        return new Roles(
                target, positive, weights, offset, sampling, only, drop, categorical, numeric, references, policy);
    }

    /** Every column named here that there must be, but the target's, as often as it is named. */
    List<String> named() {
        List<String> names = new ArrayList<>(only);
        names.addAll(categorical);
        names.addAll(numeric);
        names.addAll(references.keySet());
        names.addAll(others());
        return names;
    }

    /** The columns that are neither the target's nor features: weights, offset, clusters, those there are. */
    public List<String> others() {
        return Stream.of(weights, offset, sampling.cluster())
                .filter(Objects::nonNull)
                .toList();
    }

    private static void checkApart(String role, String column, String other, String second) {
        if (column != null && column.equals(second)) {
            throw new InputException("column %s is asked to be %s and %s; expected one".formatted(column, role, other));
        }
    }
}
