package dev.odds.design;

import dev.odds.kernel.Body;
import dev.odds.kernel.LevelKernel;
import dev.odds.kernel.Workspace;
import java.util.Arrays;

/**
 * A block of numbers and levels: a logit costs one addition for each term of levels, however many levels it has, and the Gram
 * product of two terms is counting.
 *
 * <p>The order of a logit: the numbers as a dense example, then the terms one after another. Sums over examples take them in
 * order.
 *
 * @param layout which features are which
 * @param numbers the numbers alone
 * @param codes term t of example i at [t * examples + i]: the feature of its level in X, or -1 for none; held, not copied
 */
@SuppressWarnings("exports") // which loops read a block is the kernel\'s own affair
public record MixedBlock(MixedLayout layout, Block numbers, int[] codes) implements Block {
    private static final long serialVersionUID = 1L;

    @Override
    public int examples() {
        return numbers.examples();
    }

    @Override
    public Body body() {
        return numbers.body();
    }

    @Override
    public MixedBlock on(Body other) {
        return new MixedBlock(layout, numbers.on(other), codes);
    }

    @Override
    public int features() {
        return layout.features();
    }

    @Override
    public int[] groups() {
        return layout.groups();
    }

    private int terms() {
        return layout.terms().length;
    }

    private int width() {
        return layout.numbers().length;
    }

    /** A missing level counts as one that is there. */
    @Override
    public long stored(int from, int to) {
        return (long) (to - from) * (width() + terms());
    }

    @Override
    public void logits(int from, int to, double[] theta, int stride, int outputs, double[] z) {
        int m = width();
        int count = to - from;
        double[] compact = new double[outputs * m];
        for (int k = 0; k < outputs; k++) {
            layout.gather(theta, k * stride, compact, k * m);
        }
        numbers.logits(from, to, compact, m, outputs, z);
        for (int k = 0; k < outputs; k++) {
            LevelKernel.gather(codes, from, examples(), terms(), theta, k * stride, z, k * count, count);
        }
    }

    @Override
    public void accumulate(int from, int to, double[] r, int outputs, double[] into, int at, int stride) {
        int m = width();
        int count = to - from;
        double[] compact = new double[outputs * m];
        for (int k = 0; k < outputs; k++) {
            layout.gather(into, at + k * stride, compact, k * m);
        }
        numbers.accumulate(from, to, r, outputs, compact, 0, m);
        for (int k = 0; k < outputs; k++) {
            layout.scatter(compact, k * m, into, at + k * stride);
            LevelKernel.scatter(codes, from, examples(), terms(), r, k * count, into, at + k * stride, count);
        }
    }

    /** O(n (terms^2 / 2 + numbers terms + numbers^2 / 2)). Three terms at a time with each other and the numbers, then every other two. */
    @Override
    public void gram(double[] w, double[] packed, Workspace space) {
        gramOfNumbers(w, packed, space);
        double[] weighted = weighted(w, space);
        int whole = terms() - terms() % 3;
        for (int t = 0; t < terms(); t++) {
            int before = t < whole ? t - t % 3 : t + 1;
            if (t == before) {
                LevelKernel.three(codes, at(t), w, layout.numbers(), weighted, packed, examples());
            }
            for (int s = 0; s < before; s++) {
                LevelKernel.pairs(codes, at(t), at(s), w, packed, examples());
            }
            for (int j = 0; t >= whole && j < width(); j++) {
                LevelKernel.across(codes, at(t), layout.numbers()[j], weighted, at(j), packed, examples());
            }
        }
    }

    /** w_i x_ij at [j * examples + i]. */
    private double[] weighted(double[] w, Workspace space) {
        int n = examples();
        double[] weighted = space.of(width() * n);
        for (int j = 0; j < width(); j++) {
            numbers.column(j, weighted, j * n);
            for (int i = 0; i < n; i++) {
                weighted[j * n + i] *= w[i];
            }
        }
        return weighted;
    }

    private void gramOfNumbers(double[] w, double[] packed, Workspace space) {
        int m = width();
        double[] compact = new double[row(m)];
        numbers.gram(w, compact, space);
        for (int j = 0; j < m; j++) {
            int row = row(layout.numbers()[j]);
            for (int k = 0; k <= j; k++) {
                packed[row + layout.numbers()[k]] += compact[row(j) + k];
            }
        }
    }

    @Override
    public Block select(ActiveSet set) {
        int[] columns = set.positions(layout.numbers());
        int[] kept = new int[columns.length];
        for (int j = 0; j < columns.length; j++) {
            kept[j] = set.place()[layout.numbers()[columns[j]]];
        }
        int[] renumbered = new int[codes.length];
        for (int p = 0; p < codes.length; p++) {
            renumbered[p] = codes[p] < 0 ? -1 : set.place()[codes[p]];
        }
        MixedLayout selected = new MixedLayout(set.size(), kept, set.below(layout.terms()));
        return new MixedBlock(selected, numbers.select(columns), renumbered);
    }

    @Override
    public void maxima(int example, double[] into) {
        maxima(example, example + 1, into);
    }

    @Override
    public void maxima(int from, int to, double[] into) {
        double[] compact = new double[width()];
        layout.gather(into, 0, compact, 0);
        numbers.maxima(from, to, compact);
        layout.scatter(compact, 0, into, 0);
        for (int t = 0; t < terms(); t++) {
            for (int p = at(t) + from; p < at(t) + to; p++) {
                if (codes[p] >= 0 && into[codes[p]] < 1) {
                    into[codes[p]] = 1;
                }
            }
        }
    }

    @Override
    public int entries(int example, int[] index, double[] value) {
        int[] features = layout.numbers();
        numbers.entries(example, index, value);
        double[] x = Arrays.copyOf(value, features.length);
        int count = 0;
        int next = 0;
        for (int t = 0; t <= terms(); t++) {
            int limit = t < terms() ? layout.terms()[t] : features();
            for (; next < features.length && features[next] < limit; next++) {
                index[count] = features[next];
                value[count++] = x[next];
            }
            int code = t < terms() ? codes[at(t) + example] : -1;
            if (code >= 0) {
                index[count] = code;
                value[count++] = 1;
            }
        }
        return count;
    }

    /** Where the codes of a term begin. */
    private int at(int term) {
        return term * examples();
    }

    private static int row(int j) {
        return (int) ((long) j * (j + 1) / 2);
    }
}
