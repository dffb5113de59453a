package dev.odds.evaluation;

/**
 * How the models of a path predict rows that they were not fitted to.
 *
 * @param lambdas decreasing; held, not copied
 * @param deviance -2 x the mean log-likelihood of a unit of weight; of grouped counts less that of the saturated model
 * @param auc the area under the ROC curve, over the folds that hold both labels
 * @param error the share of weight whose label is missed at probability 1/2
 * @param folds how many
 * @param ranked how many of them hold both labels and so have an area under the ROC curve
 * @param seed that dealt the rows into folds; 0 where they were given
 */
public record CrossValidation(
        double[] lambdas, Curve deviance, Curve auc, Curve error, int folds, int ranked, long seed) {
    /** The curve of a measure. */
    public Curve of(Measure measure) {
        return switch (measure) {
            case DEVIANCE -> deviance;
            case AUC -> auc;
            case ERROR -> error;
        };
    }
}
