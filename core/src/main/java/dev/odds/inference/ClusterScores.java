package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.objective.Residuals;

/** For each of some clusters, the sum of r x~ over its examples; clusters without any take no memory. */
final class ClusterScores implements Sum<ClusterScores> {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final int variables;
    private final double[][] sums;

    /** Empty sums over k variables for the clusters [from, to). */
    ClusterScores(int from, int to, int variables) {
        this.from = from;
        this.variables = variables;
        this.sums = new double[to - from][];
    }

    /**
     * Adds a block; a block without any of these clusters costs a look at their numbers.
     *
     * @param x all variables; not modified
     * @param place for each variable its place among those kept, or -1; not modified
     * @param clusters of each example of the design; not modified
     */
    record At(double[] x, int[] place, int[] clusters) implements Step<ClusterScores> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, ClusterScores into) {
            double[] residuals = null;
            int[] index = new int[block.features()];
            double[] value = new double[block.features()];
            for (int i = 0; i < block.examples(); i++) {
                int at = y.from() + i;
                if (into.holds(clusters[at]) && y.success()[at] + y.failure()[at] > 0) {
                    residuals = residuals == null ? Residuals.of(block, y, x) : residuals;
                    add(block.entries(i, index, value), index, value, residuals[i], into.sum(clusters[at]));
                }
            }
        }

        private void add(int count, int[] index, double[] value, double residual, double[] sum) {
            for (int p = 0; p < count; p++) {
                int to = place[index[p]];
                if (to >= 0) {
                    sum[to] = Math.fma(residual, value[p], sum[to]);
                }
            }
            int bias = place.length > index.length ? place[index.length] : -1;
            if (bias >= 0) {
                sum[bias] += residual;
            }
        }
    }

    private boolean holds(int cluster) {
        return cluster >= from && cluster - from < sums.length;
    }

    private double[] sum(int cluster) {
        if (sums[cluster - from] == null) {
            sums[cluster - from] = new double[variables];
        }
        return sums[cluster - from];
    }

    @Override
    public void merge(ClusterScores other) {
        for (int g = 0; g < sums.length; g++) {
            if (sums[g] == null) {
                sums[g] = other.sums[g];
            } else if (other.sums[g] != null) {
                for (int j = 0; j < variables; j++) {
                    sums[g][j] += other.sums[g][j];
                }
            }
        }
    }

    /** The sum of each cluster, null where no example of it counts; not a copy. */
    double[][] sums() {
        return sums;
    }
}
