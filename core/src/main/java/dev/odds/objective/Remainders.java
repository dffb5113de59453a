package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;

/** The largest |m^T x~_i| of each of some combinations m of the features and the bias, over the examples that have weight. */
final class Remainders implements Sum<Remainders> {
    private static final long serialVersionUID = 1L;
    /** Rounding moves a sum by at most this part of its absolute terms, generously. */
    private static final double ROUNDING = 0x1p-50;

    private final double[] largest;

    private Remainders(int count) {
        this.largest = new double[count];
    }

    /** Mixtures of the features and, last, the bias, one after another. */
    private record Look(int[] features, double[] mixtures) implements Step<Remainders> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, Remainders into) {
            Block part = features.length == block.features() ? block : block.select(features);
            int n = block.examples();
            int outputs = into.largest.length;
            int stride = features.length + 1;
            double[] z = new double[outputs * n];
            part.logits(0, n, mixtures, stride, outputs, z);
            for (int k = 0; k < outputs; k++) {
                double bias = mixtures[(k + 1) * stride - 1];
                for (int i = 0; i < n; i++) {
                    double size = y.isAbsent(i, i + 1) ? 0 : Math.abs(z[k * n + i] + bias);
                    into.largest[k] = Math.max(into.largest[k], size);
                }
            }
        }
    }

    /**
     * What is left of features that a face determines, when what it determines is taken away: x_j - x~_K H_KK^-1 H_Kj. One reading.
     *
     * @param patch of which the face is a part
     * @param kept where its variables are in the patch
     * @param dropped where the features are
     * @return a number for each of these, rounding added
     */
    static double[] of(Problem problem, double[] maxima, Patch patch, int[] kept, Face face, int[] dropped) {
        int d = maxima.length;
        int[] features = Patch.features(patch.variables(), d);
        int stride = features.length + 1;
        double[] mixtures = new double[dropped.length * stride];
        double[] errors = new double[dropped.length];
        for (int k = 0; k < dropped.length; k++) {
            double[] share = face.solve(patch.row(dropped[k], kept));
            mixtures[k * stride + dropped[k]] = 1;
            errors[k] = ROUNDING * maxima[patch.variables()[dropped[k]]];
            for (int i = 0; i < share.length; i++) {
                int j = patch.variables()[kept[i]];
                mixtures[k * stride + kept[i]] = -share[i];
                errors[k] += ROUNDING * Math.abs(share[i]) * (j < d ? maxima[j] : 1);
            }
        }
        Remainders found = problem.design()
                .sum(problem.response(), () -> new Remainders(dropped.length), new Look(features, mixtures));
        for (int k = 0; k < errors.length; k++) {
            errors[k] += found.largest[k];
        }
        return errors;
    }

    @Override
    public void merge(Remainders other) {
        for (int k = 0; k < largest.length; k++) {
            largest[k] = Math.max(largest[k], other.largest[k]);
        }
    }
}
