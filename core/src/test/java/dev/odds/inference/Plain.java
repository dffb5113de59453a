package dev.odds.inference;

import dev.odds.design.Encoder;
import dev.odds.design.Missing;
import dev.odds.design.Roles;
import dev.odds.design.Span;
import dev.odds.design.Tables;
import dev.odds.table.Table;
import java.util.Arrays;

/**
 * Effects by their definition, on the user's scale.
 *
 * @param x the rows
 * @param w their weights
 * @param offset their offsets
 * @param spans which features belong together
 * @param beta theta and bias
 * @param covariance of these
 */
record Plain(double[][] x, double[] w, double[] offset, Iterable<Span> spans, double[] beta, Covariance covariance) {
    static Plain of(Fits fit, Table table) {
        var encoded = Encoder.fit(
                table, Roles.target("y").withWeights("w").withOffset("o").withMissing(Missing.INDICATOR));
        double[] w = encoded.response().success().clone();
        for (int i = 0; i < w.length; i++) {
            w[i] += encoded.response().failure()[i];
        }
        return new Plain(
                Tables.dense(encoded.examples()),
                w,
                encoded.response().offset(),
                fit.spans(),
                fit.fitted().estimates(),
                fit.fitted().fisher());
    }

    /** A step for differences by beta_k that hardly moves any logit. */
    double step(int k) {
        double largest = k < x[0].length ? 0 : 1;
        for (double[] row : x) {
            largest = k < row.length ? Math.max(largest, Math.abs(row[k])) : largest;
        }
        return 1e-4 / largest;
    }

    double average(int j, double[] beta) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < x.length; i++) {
            sum += w[i] * effect(j, x[i], offset[i], beta);
            weight += w[i];
        }
        return sum / weight;
    }

    double atMeans(int j, double[] beta) {
        double[] means = new double[x[0].length];
        double offsets = 0;
        double weight = 0;
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < means.length; k++) {
                means[k] += w[i] * x[i][k];
            }
            offsets += w[i] * offset[i];
            weight += w[i];
        }
        for (int k = 0; k < means.length; k++) {
            means[k] /= weight;
        }
        return effect(j, means, offsets / weight, beta);
    }

    private double effect(int j, double[] row, double offset, double[] beta) {
        for (Span span : spans) {
            int from = span.levels() ? span.from() : span.from() + 1;
            if (j >= from && j < span.to()) {
                double[] with = row.clone();
                Arrays.fill(with, from, span.to(), 0);
                double without = probability(with, offset, beta);
                with[j] = 1;
                return probability(with, offset, beta) - without;
            }
        }
        double a = probability(row, offset, beta);
        return a * (1 - a) * beta[j];
    }

    private static double probability(double[] row, double offset, double[] beta) {
        double z = beta[row.length] + offset;
        for (int k = 0; k < row.length; k++) {
            z += beta[k] * row[k];
        }
        return 1 / (1 + Math.exp(-z));
    }
}
