package dev.odds.evaluation;

/** By what the models of a path are compared on rows that they were not fitted to. */
public enum Measure {
    /** -2 x the mean log-likelihood of a unit of weight, twice the log-loss; of grouped counts less that of the saturated model. */
    DEVIANCE("deviance"),
    /** The area under the ROC curve, of which more is better. */
    AUC("auc"),
    /** The share of weight whose label is missed at probability 1/2. */
    ERROR("error");

    private final String word;

    Measure(String word) {
        this.word = word;
    }

    /** What it is called in commands and files. */
    public String word() {
        return word;
    }
}
