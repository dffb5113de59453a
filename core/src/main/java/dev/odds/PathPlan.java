package dev.odds;

import dev.odds.evaluation.Measure;
import dev.odds.table.InputException;
import dev.odds.train.Grid;

/**
 * What is asked of a path. Immutable.
 *
 * @param grid its lambdas
 * @param folds how many folds cross-validate it; 0 for none
 * @param seed deals rows into folds
 * @param measure what chooses a lambda, where there are folds
 * @param rule how it does
 * @param relaxed whether each lambda is refitted without a penalty on the features that it selects
 * @param adaptive whether penalty factors are f_j / |theta_j| of a ridge fit (adaptive lasso)
 */
public record PathPlan(Grid grid, int folds, long seed, Measure measure, Rule rule, boolean relaxed, boolean adaptive) {
    /** How a curve of means chooses a lambda. */
    public enum Rule {
        /** The best mean. */
        MIN("min"),
        /** The largest lambda within a standard error of the best mean. */
        ONE_STANDARD_ERROR("1se");

        private final String word;

        Rule(String word) {
            this.word = word;
        }

        /** What it is called in commands and files. */
        public String word() {
            return word;
        }
    }

    public PathPlan {
        if (folds != 0 && folds < 2) {
            throw new InputException("found %d folds; expected at least 2, or 0 for none".formatted(folds));
        }
    }

    /** A path of 100 lambdas without folds, whose last is chosen. */
    public static PathPlan standard() {
        return new PathPlan(Grid.standard(), 0, 0, Measure.DEVIANCE, Rule.MIN, false, false);
    }

    /** The same with so many folds. */
    public PathPlan withFolds(int count, long value) {
        return new PathPlan(grid, count, value, measure, rule, relaxed, adaptive);
    }

    /** The same, chosen otherwise. */
    public PathPlan choosing(Measure by, Rule how) {
        return new PathPlan(grid, folds, seed, by, how, relaxed, adaptive);
    }
}
