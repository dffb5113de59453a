package dev.odds.design;

import dev.odds.kernel.RowHash;
import dev.odds.table.InputException;
import java.util.Arrays;

/** Deals examples, or clusters of them, into {@link Folds}. */
final class Dealer {
    private static final int BITS = 31;

    /** What stays together with each example; -1 for an example without a weight. */
    private final int[] unit;

    /** For each unit the weight of label 1 less that of label 0. */
    private final double[] lead;

    /** Whether a unit has an example with a weight. */
    private final boolean[] present;

    Dealer(Response y, int[] clusters) {
        int n = Math.toIntExact(y.examples());
        int units = clusters == null ? n : Arrays.stream(clusters).max().orElse(-1) + 1;
        unit = new int[n];
        lead = new double[units];
        present = new boolean[units];
        for (int first = 0; first < n; first += Block.SIZE) {
            read(y.slice(first, Math.min(Block.SIZE, n - first)), first, clusters);
        }
    }

    private void read(Slice y, int first, int[] clusters) {
        for (int i = 0; i < y.count(); i++) {
            double success = y.success()[y.from() + i];
            double failure = y.failure()[y.from() + i];
            int example = first + i;
            int of = clusters == null ? example : clusters[example];
            unit[example] = success + failure > 0 ? of : -1;
            if (unit[example] >= 0) {
                lead[of] += success - failure;
                present[of] = true;
            }
        }
    }

    /** In the order of label, hash and number, in turn. */
    Folds deal(int count, long seed) {
        long[] keys = new long[lead.length];
        int dealt = 0;
        for (int u = 0; u < lead.length; u++) {
            if (present[u]) {
                long label = lead[u] >= 0 ? 1 : 0;
                long hash = (long) (RowHash.uniform(seed, u) * (1L << BITS));
                keys[dealt++] = (label << BITS | hash) << BITS | u;
            }
        }
        if (dealt < count) {
            throw new InputException("found %d folds for %d %s with a weight; expected at most one fold for each"
                    .formatted(count, dealt, lead.length < unit.length ? "clusters" : "examples"));
        }
        Arrays.sort(keys, 0, dealt);
        int[] fold = new int[lead.length];
        for (int k = 0; k < dealt; k++) {
            fold[(int) (keys[k] & (1L << BITS) - 1)] = k % count;
        }
        return new Folds(ofExamples(fold), count, seed);
    }

    Folds each() {
        int[] fold = new int[lead.length];
        int count = 0;
        for (int u = 0; u < fold.length; u++) {
            fold[u] = present[u] ? count++ : -1;
        }
        return new Folds(ofExamples(fold), count, 0);
    }

    private int[] ofExamples(int[] fold) {
        return Arrays.stream(unit).map(u -> u < 0 ? -1 : fold[u]).toArray();
    }
}
