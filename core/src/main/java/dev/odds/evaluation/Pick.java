package dev.odds.evaluation;

import dev.odds.table.InputException;
import java.util.List;

/**
 * Which model of several paths over the same lambdas is chosen. Of equally good ones that with the larger lambda, then that of the earlier
 * curve.
 *
 * @param curve of which path
 * @param lambda which of its lambdas, from the largest
 */
public record Pick(int curve, int lambda) {
    /**
     * The best mean.
     *
     * @throws InputException if no curve has any
     */
    public static Pick best(List<Curve> curves) {
        Pick best = null;
        double least = Double.NaN;
        for (int k = 0; k < curves.get(0).mean().length; k++) {
            for (int c = 0; c < curves.size(); c++) {
                double loss = curves.get(c).loss(k);
                if (best == null ? !Double.isNaN(loss) : loss < least) {
                    best = new Pick(c, k);
                    least = loss;
                }
            }
        }
        if (best == null) {
            throw new InputException(
                    "found no fold that holds both labels, so that none has an area under the ROC curve; expected fewer folds or another measure");
        }
        return best;
    }

    /**
     * The largest lambda whose mean is within one standard error of the best.
     *
     * @throws InputException as {@link #best}
     */
    public static Pick oneStandardError(List<Curve> curves) {
        Pick best = best(curves);
        Curve of = curves.get(best.curve);
        double error = of.error()[best.lambda];
        double most = of.loss(best.lambda) + (Double.isNaN(error) ? 0 : error);
        for (int k = 0; k <= best.lambda; k++) {
            for (int c = 0; c < curves.size(); c++) {
                if (curves.get(c).loss(k) <= most) {
                    return new Pick(c, k);
                }
            }
        }
        return best;
    }
}
