package dev.odds.design;

import java.io.Serializable;

/**
 * Which observations are independent of one another, and what weights mean: all that a covariance needs to know of the sampling
 * beside the response.
 *
 * @param sampled whether weights are sampling weights: an example is one observation however much it weighs
 * @param grouped whether an example counts successes among trials, which together are one observation
 * @param weights of grouped examples, in which their counts are multiplied; null where not grouped and for 1; held, not copied
 * @param clusters for each example the number of its cluster, from 0 in the order of their first examples, or null; held, not copied
 * @param count how many clusters; 0 where there are none
 */
public record Units(boolean sampled, boolean grouped, double[] weights, int[] clusters, int count)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Labels, of which a weight counts the equal ones. */
    public static final Units LABELS = new Units(false, false, null, null, 0);

    /** What the independent observations are. */
    public enum Kind {
        /** Each of the equal rows that a weight counts. */
        REPLICATES,
        /** Each example, or as many as its weight says where that counts groups. */
        ROWS,
        /** The examples of a cluster together. */
        CLUSTERS
    }

    /** Of a response without further word: grouped where any example has both labels. O(n). */
    public static Units of(ArrayResponse y) {
        for (int i = 0; i < y.success().length; i++) {
            if (y.success()[i] > 0 && y.failure()[i] > 0) {
                return new Units(false, true, null, null, 0);
            }
        }
        return LABELS;
    }

    /** What the independent observations are. */
    public Kind kind() {
        if (clusters != null) {
            return Kind.CLUSTERS;
        }
        return sampled || grouped ? Kind.ROWS : Kind.REPLICATES;
    }

    /**
     * How many equal observations example i is.
     *
     * @param weight of both its labels
     */
    public double repeats(int i, double weight) {
        if (sampled || weight == 0) {
            return weight == 0 ? 0 : 1;
        }
        return grouped ? groupWeight(i) : weight;
    }

    /** What the counts of grouped example i are multiplied by. */
    public double groupWeight(int i) {
        return weights == null ? 1 : weights[i];
    }

    /** How many independent observations the examples of a response are, but for clusters. O(n) where that is not its weight. */
    public double observations(ArrayResponse y) {
        if (!sampled && !grouped) {
            return y.weight();
        }
        double sum = 0;
        for (int i = 0; i < y.success().length; i++) {
            sum += repeats(i, y.success()[i] + y.failure()[i]);
        }
        return sum;
    }
}
