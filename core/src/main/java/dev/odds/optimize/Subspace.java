package dev.odds.optimize;

/**
 * An objective with some of its variables held at zero, the others measured in units of their own: x[kept[i]] = units[i] u[i]. Units
 * that bring the second derivatives near each other make a solver of first order faster, and never change the minimum.
 *
 * @param whole the objective
 * @param kept the indices of the free variables, increasing
 * @param units a power of two for each of these
 */
public record Subspace(Objective whole, int[] kept, double[] units) implements Objective {
    @Override
    public int size() {
        return kept.length;
    }

    @Override
    public Point at(double[] u, Need need) {
        return restrict(whole.at(embed(u), need));
    }

    /** A point of the whole objective as one of this: itself where this is the whole. */
    public Point restrict(Point point) {
        return isWhole() ? point : new Restricted(point, this);
    }

    private boolean isWhole() {
        for (double unit : units) {
            if (unit != 1) {
                return false;
            }
        }
        return kept.length == whole.size();
    }

    /** The whole variables: zero where held; {@code u} itself where none is held and none has a unit. */
    public double[] embed(double[] u) {
        if (isWhole()) {
            return u;
        }
        double[] x = new double[whole.size()];
        for (int i = 0; i < kept.length; i++) {
            x[kept[i]] = units[i] * u[i];
        }
        return x;
    }

    /** The free ones of whole variables, in their units; {@code x} itself where all are free and none has a unit. */
    public double[] select(double[] x) {
        if (isWhole()) {
            return x;
        }
        double[] u = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            u[i] = x[kept[i]] / units[i];
        }
        return u;
    }

    /** The largest absolute derivative by x at a point of this. */
    public double largestDerivative(Point point) {
        double[] gradient = point.gradient();
        double most = 0;
        for (int i = 0; i < units.length; i++) {
            most = Math.max(most, Math.abs(gradient[i]) / units[i]);
        }
        return most;
    }

    /** The second derivatives by u from those by x. */
    public double[] squared(double[] whole) {
        double[] part = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            part[i] = units[i] * units[i] * whole[kept[i]];
        }
        return part;
    }

    /** The gradient by u from that by x. */
    private double[] gradient(double[] whole) {
        double[] part = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            part[i] = units[i] * whole[kept[i]];
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
            return space.gradient(point.gradient());
        }

        @Override
        public Symmetric hessian() {
            return point.hessian().select(space.kept, space.units);
        }

        @Override
        public void times(double[] v, double[] out) {
            double[] whole = new double[space.whole.size()];
            point.times(space.embed(v), whole);
            System.arraycopy(space.gradient(whole), 0, out, 0, out.length);
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
