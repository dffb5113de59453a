package dev.odds.design;

import java.util.function.Supplier;

/**
 * A design of which some features are seen: a view that copies a block at a time.
 *
 * @param whole with all features
 * @param active those that are seen, increasing; held, not copied
 * @param scaling of those
 */
public record SelectedFeatures(Design whole, int[] active, Scaling scaling) implements Design {
    /** These features; the design itself where they are all. */
    public static Design of(Design whole, int[] active) {
        Scaling all = whole.scaling();
        return active.length == whole.features()
                ? whole
                : new SelectedFeatures(
                        whole, active, new Scaling(select(all.center(), active), select(all.scale(), active)));
    }

    private static double[] select(double[] numbers, int[] active) {
        double[] some = new double[active.length];
        for (int a = 0; a < active.length; a++) {
            some[a] = numbers[active[a]];
        }
        return some;
    }

    private record Selected<S extends Sum<S>>(int[] active, Step<S> step) implements Step<S> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, S into) {
            step.add(block.select(active), y, into);
        }
    }

    @Override
    public long examples() {
        return whole.examples();
    }

    @Override
    public int features() {
        return active.length;
    }

    /** In proportion. */
    @Override
    public long stored() {
        return Math.max(1, whole.stored() * active.length / whole.features());
    }

    @Override
    public boolean mayHaveGroups() {
        return whole.mayHaveGroups();
    }

    @Override
    public double[] largest() {
        return whole.largest() == null ? null : select(whole.largest(), active);
    }

    @Override
    public <S extends Sum<S>> S sum(Response y, Supplier<S> zero, Step<S> step) {
        return whole.sum(y, zero, new Selected<>(active, step));
    }
}
