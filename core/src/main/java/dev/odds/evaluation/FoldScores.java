package dev.odds.evaluation;

import dev.odds.design.Coefficients;
import dev.odds.design.Design;
import dev.odds.design.Response;
import java.util.Arrays;
import java.util.List;

/**
 * How the models of a path predict one fold, each at several mixtures with its relaxed fit. NaN where the path ended before.
 *
 * @param weight of the fold
 * @param of by mixture and lambda
 */
record FoldScores(double weight, Scores[][] of) {
    /** Logits and coefficients read at a time fill some 32 MB. */
    private static final int AT_A_TIME = 1 << 22;

    private static final Scores NONE = new Scores(Double.NaN, Double.NaN, Double.NaN);

    /**
     * What a fold is predicted by.
     *
     * @param penalised a model for each lambda that the path came to
     * @param relaxed as many, or null where only {@code penalised} count
     */
    record Models(List<Coefficients> penalised, List<Coefficients> relaxed) {}

    /**
     * Reads the fold, several models at a time.
     *
     * @param held the response of the fold
     * @param gammas the share of the penalised fit in each mixture
     * @param lambdas how many
     */
    static FoldScores of(Design design, Response held, Models models, double[] gammas, int lambdas) {
        Scores[][] of = new Scores[gammas.length][lambdas];
        for (Scores[] each : of) {
            Arrays.fill(each, NONE);
        }
        int count = models.penalised().size();
        long numbers = Math.max(held.examples() / 2, design.features() + 1);
        int most = (int) Math.max(1, Math.min(count, AT_A_TIME / numbers));
        for (int from = 0; from < count && held.weight() > 0; from += most) {
            int to = Math.min(from + most, count);
            HeldLogits penalised = read(design, held, models.penalised().subList(from, to));
            HeldLogits relaxed = models.relaxed() == null
                    ? penalised
                    : read(design, held, models.relaxed().subList(from, to));
            score(of, penalised, relaxed, from, to, gammas);
        }
        return new FoldScores(held.weight(), of);
    }

    private static HeldLogits read(Design design, Response held, List<Coefficients> models) {
        int d = design.features();
        int bias = models.get(0).bias().length;
        double[] x = new double[models.size() * (d + bias)];
        for (int k = 0; k < models.size(); k++) {
            System.arraycopy(models.get(k).theta(), 0, x, k * (d + bias), d);
            System.arraycopy(models.get(k).bias(), 0, x, k * (d + bias) + d, bias);
        }
        return design.sum(held, HeldLogits::new, new HeldLogits.Read(x, models.size(), bias > 0));
    }

    private static void score(
            Scores[][] of, HeldLogits penalised, HeldLogits relaxed, int from, int to, double[] gammas) {
        double[] success = penalised.success();
        double[] failure = penalised.failure();
        for (int k = from; k < to; k++) {
            double[] z = penalised.of(k - from);
            double[] free = relaxed == penalised ? z : relaxed.of(k - from);
            for (int g = 0; g < gammas.length; g++) {
                of[g][k] = Scores.of(free == z ? z : mixed(z, free, gammas[g]), success, failure);
            }
        }
    }

    private static double[] mixed(double[] penalised, double[] relaxed, double gamma) {
        double[] z = new double[penalised.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = gamma * penalised[i] + (1 - gamma) * relaxed[i];
        }
        return z;
    }
}
