package dev.odds.cli;

import dev.odds.Derivation;
import dev.odds.Derivation.Convention;
import dev.odds.design.Encoded;
import dev.odds.design.Encoder;
import dev.odds.design.Encoding;
import dev.odds.design.Examples;
import dev.odds.design.Labelling;
import dev.odds.design.Observed;
import dev.odds.design.Roles;
import dev.odds.model.Model;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.SparseRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * X, Y and coefficients in the shapes of the derivation.
 *
 * @param x d x n
 * @param labels n labels, 0 or 1
 * @param weights n weights, or null
 * @param theta d coefficients
 * @param features d names
 * @param notes sentences about the data
 */
record LabelledRows(
        double[][] x,
        double[] labels,
        double[] weights,
        double[] theta,
        double bias,
        List<String> features,
        List<String> notes) {
    private static final int ROWS = 1024;

    Derivation derivation(Convention convention) {
        return new Derivation(x, theta, bias, labels, weights, convention);
    }

    /** Rows encoded as a fit would, with coefficients that the user gives. */
    static LabelledRows of(Data data, Roles roles, double[] theta, double bias) {
        if (roles.offset() != null) {
            throw new UsageException("the derivation knows no --offset");
        }
        Encoded encoded = Encoder.fit(data, roles);
        checkLabels(encoded.labelling());
        List<String> features = encoded.encoder().features();
        if (theta.length != features.size()) {
            throw new UsageException("found %d numbers in --theta; expected %d, for %s"
                    .formatted(theta.length, features.size(), String.join(", ", features)));
        }
        double[] success = encoded.response().success();
        double[] failure = encoded.response().failure();
        int[] all = IntStream.range(0, success.length).toArray();
        return new LabelledRows(
                x(encoded.examples(), null),
                labels(success, all),
                roles.weights() == null ? null : weights(success, failure, all),
                theta,
                bias,
                features,
                encoded.notes());
    }

    /** Rows as a model encodes them, with its coefficients; rows that it cannot use are left out. */
    static LabelledRows of(Model model, Data data) {
        Encoding encoding = model.encoder().encode(data);
        if (encoding.offset() != null) {
            throw new UsageException("the model has an offset, which the derivation does not know");
        }
        if (!model.directions().isEmpty()) {
            throw new UsageException("the model has infinite coefficients, where no derivative exists");
        }
        checkLabels(model.labelling());
        Observed observed = Observed.of(data, model.labelling(), model.weights());
        double[] success = observed.success();
        double[] failure = observed.failure();
        boolean[] usable = encoding.usable();
        int[] rows = IntStream.range(0, usable.length)
                .filter(i -> usable[i] && success[i] + failure[i] > 0)
                .toArray();
        if (rows.length == 0) {
            throw new InputException("%s: none of the %d rows has a label and all that a prediction needs"
                    .formatted(data.source(), usable.length));
        }
        List<String> notes = new ArrayList<>(observed.notes());
        if (rows.length < usable.length) {
            notes.add("left out %d rows without a label, a value or a weight".formatted(usable.length - rows.length));
        }
        double[] bias = model.coefficients().bias();
        return new LabelledRows(
                x(encoding.examples(), rows),
                labels(success, rows),
                model.weights() == null ? null : weights(success, failure, rows),
                model.coefficients().theta(),
                bias.length == 0 ? 0 : bias[0],
                model.encoder().features(),
                notes);
    }

    private static void checkLabels(Labelling labelling) {
        if (labelling.target().isGrouped()) {
            throw new UsageException("target %s: found counts, expected a label a row: the derivation knows no others"
                    .formatted(labelling.target().expression()));
        }
    }

    private static double[] labels(double[] success, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> success[i] > 0 ? 1 : 0).toArray();
    }

    private static double[] weights(double[] success, double[] failure, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> success[i] + failure[i]).toArray();
    }

    /** X of the rows, all of them where {@code rows} is null. */
    private static double[][] x(Examples examples, int[] rows) {
        int n = (int) examples.count();
        int d = examples.features();
        double[][] x = new double[d][rows == null ? n : rows.length];
        double[] some = new double[ROWS * d];
        int next = 0;
        for (int first = 0; first < n; first += ROWS) {
            int count = Math.min(ROWS, n - first);
            fill(examples, first, count, some);
            for (int i = 0; i < count; i++) {
                if (rows != null && (next == rows.length || rows[next] != first + i)) {
                    continue;
                }
                for (int j = 0; j < d; j++) {
                    x[j][next] = some[i * d + j];
                }
                next++;
            }
        }
        return x;
    }

    private static void fill(Examples examples, int first, int count, double[] out) {
        int d = examples.features();
        if (!examples.isSparse()) {
            examples.dense(first, count, out, d);
            return;
        }
        Arrays.fill(out, 0);
        SparseRows rows = examples.sparse(first, count);
        for (int i = 0; i < count; i++) {
            for (int k = rows.starts()[i]; k < rows.starts()[i + 1]; k++) {
                out[i * d + rows.indices()[k]] = rows.values() == null ? 1 : rows.values()[k];
            }
        }
    }
}
