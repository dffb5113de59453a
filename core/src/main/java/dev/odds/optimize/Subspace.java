package dev.odds.optimize;

/**
 * An objective with some of its variables held at zero.
 *
 * @param whole the objective
 * @param kept the indices of the free variables, increasing
 */
public record Subspace(Objective whole, int[] kept) implements Objective {
    @Override
    public int size() {
        return kept.length;
    }

    @Override
    public Point at(double[] x, Need need) {
        return restrict(whole.at(embed(x), need));
    }

    /** A point of the whole objective as one of this. */
    public Point restrict(Point point) {
        return new Restricted(point, this);
    }

    /** The whole variables: zero where held. */
    public double[] embed(double[] part) {
        double[] x = new double[whole.size()];
        for (int i = 0; i < kept.length; i++) {
            x[kept[i]] = part[i];
        }
        return x;
    }

    /** The free ones of whole variables. */
    public double[] select(double[] x) {
        double[] part = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            part[i] = x[kept[i]];
        }
        return part;
    }

    private record Restricted(Point point, Subspace space) implements Point {
        @Override
        public double value() {
            return point.value();
        }

        @Override
        public double[] gradient() {
            return space.select(point.gradient());
        }

        @Override
        public Symmetric hessian() {
            return point.hessian().select(space.kept);
        }

        @Override
        public void times(double[] v, double[] out) {
            double[] whole = new double[space.whole.size()];
            point.times(space.embed(v), whole);
            System.arraycopy(space.select(whole), 0, out, 0, out.length);
        }

        @Override
        public double meanResidual() {
            return point.meanResidual();
        }

        @Override
        public double pearson() {
            return point.pearson();
        }
    }
}
