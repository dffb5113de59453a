package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Scaling;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.LogisticMath;
import dev.odds.objective.VectorSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adds, for each of some changes from A_0 to A_l, one row after another: w (A'_l - A'_0) x~, its part for the bias at d, w A'_l at d +
 * 1 and w (A_l - A_0) at d + 2. An example whose own level has an infinite coefficient stays at probability 0 or 1 with any other
 * level, as it is not separated only by something infinite the other way: it adds nothing.
 *
 * @param off for each group theta with its features at 0, and the bias; one after another
 * @param infinite for each group what gives 1 where the example's own level has an infinite coefficient, else 0, and a bias; or null
 *     where none has
 * @param group the group of each change
 * @param lift what each change adds to the logit
 */
record ChangeStep(double[] off, double[] infinite, int[] group, double[] lift) implements Step<VectorSum> {
    /** How many sums stand behind those of the features. */
    static final int EXTRA = 3;

    private static final long serialVersionUID = 1L;

    /**
     * For some changes at x.
     *
     * @param x theta and bias in the coordinates of the design; not modified
     * @param estimates theta on the user's scale, infinite where separated; not modified
     */
    static ChangeStep of(List<Change> changes, double[] x, Scaling scaling, double[] estimates) {
        int d = scaling.features();
        int[] group = new int[changes.size()];
        double[] lift = new double[changes.size()];
        List<Change> groups = new ArrayList<>();
        for (int c = 0; c < lift.length; c++) {
            Change change = changes.get(c);
            if (c == 0 || change.from() != changes.get(c - 1).from()) {
                groups.add(change);
            }
            group[c] = groups.size() - 1;
            lift[c] = x[change.feature()] * scaling.scale()[change.feature()];
        }
        double[] off = new double[groups.size() * (d + 1)];
        double[] infinite = new double[off.length];
        for (int g = 0; g < groups.size(); g++) {
            System.arraycopy(x, 0, off, g * (d + 1), x.length);
            turnOff(groups.get(g), scaling, estimates, g * (d + 1), off, infinite);
        }
        boolean separated = Arrays.stream(infinite).anyMatch(v -> v != 0);
        return new ChangeStep(off, separated ? infinite : null, group, lift);
    }

    private static void turnOff(
            Change group, Scaling scaling, double[] estimates, int at, double[] off, double[] infinite) {
        int bias = at + scaling.features();
        for (int j = group.from(); j < group.to(); j++) {
            off[bias] -= off[at + j] * scaling.scale()[j] * scaling.center()[j];
            off[at + j] = 0;
            if (Double.isInfinite(estimates[j])) {
                infinite[at + j] = 1 / scaling.scale()[j];
                infinite[bias] += scaling.center()[j];
            }
        }
    }

    @Override
    public void add(Block block, Slice y, VectorSum into) {
        int d = block.features();
        int n = block.examples();
        int changes = lift.length;
        double[] z = logits(block, off);
        double[] own = infinite == null ? null : logits(block, infinite);
        double[] slope = new double[changes * n];
        double[] rise = new double[n];
        double[] difference = new double[n];
        for (int c = 0; c < changes; c++) {
            for (int i = 0; i < n; i++) {
                int at = y.from() + i;
                int p = group[c] * n + i;
                boolean counts = own == null || own[p] < 0.5;
                double w = counts ? y.success()[at] + y.failure()[at] : 0;
                double from = y.offset() == null ? z[p] : z[p] + y.offset()[at];
                double to = from + lift[c];
                rise[i] = w * LogisticMath.curvature(LogisticMath.decay(to));
                slope[c * n + i] = rise[i] - w * LogisticMath.curvature(LogisticMath.decay(from));
                difference[i] = w * difference(from, to);
            }
            double[] sums = into.values();
            int behind = c * (d + EXTRA) + d;
            sums[behind] += Lanes.sum(slope, c * n, n);
            sums[behind + 1] += Lanes.sum(rise, 0, n);
            sums[behind + 2] += Lanes.sum(difference, 0, n);
        }
        block.accumulate(0, n, slope, changes, into.values(), 0, d + EXTRA);
    }

    /** For each group theta^T x + b, one after another. */
    private static double[] logits(Block block, double[] theta) {
        int d = block.features();
        int n = block.examples();
        int groups = theta.length / (d + 1);
        double[] z = new double[groups * n];
        block.logits(0, n, theta, d + 1, groups, z);
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < n; i++) {
                z[g * n + i] += theta[g * (d + 1) + d];
            }
        }
        return z;
    }

    /** A(to) - A(from), from the smaller tails, which keep their digits. */
    private static double difference(double from, double to) {
        return from + to > 0
                ? LogisticMath.sigmoid(-from) - LogisticMath.sigmoid(-to)
                : LogisticMath.sigmoid(to) - LogisticMath.sigmoid(from);
    }
}
