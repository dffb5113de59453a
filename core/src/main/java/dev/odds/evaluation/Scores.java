package dev.odds.evaluation;

import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;

/**
 * How one model predicts the examples of one fold.
 *
 * @param deviance -2 x the mean log-likelihood of a unit of weight, less that of the saturated model
 * @param auc the area under the ROC curve; NaN where one of the labels is absent
 * @param error the share of weight whose label is missed, label 1 being predicted where the logit is at least 0
 */
record Scores(double deviance, double auc, double error) {
    /**
     * Of logits.
     *
     * @param z n logits; not modified
     * @param success n weights of label 1; not modified
     * @param failure n weights of label 0, of which not both are 0; not modified
     */
    static Scores of(double[] z, double[] success, double[] failure) {
        CompensatedSums sums = new CompensatedSums(3);
        for (int i = 0; i < z.length; i++) {
            sums.add(0, success[i] + failure[i]);
            sums.add(1, LogisticLoss.loss(z[i], LogisticMath.decay(z[i]), success[i], failure[i]));
            sums.add(1, -entropy(success[i], failure[i]));
            sums.add(2, z[i] >= 0 ? failure[i] : success[i]);
        }
        double weight = sums.get(0);
        return new Scores(
                2 * sums.get(1) / weight, Ranking.of(z, success, failure).auc(), sums.get(2) / weight);
    }

    /** The loss of the example's own share of successes: 0 unless both labels have weight in it. */
    private static double entropy(double success, double failure) {
        if (success == 0 || failure == 0) {
            return 0;
        }
        double few = Math.min(success, failure);
        double share = few / (success + failure);
        return -few * StrictMath.log(share) - Math.max(success, failure) * StrictMath.log1p(-share);
    }
}
