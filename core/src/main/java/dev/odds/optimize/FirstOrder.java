package dev.odds.optimize;

/** A point without second derivatives: those are a model's. */
public interface FirstOrder extends Point {
    @Override
    default Symmetric hessian() {
        throw new UnsupportedOperationException("the Hessian is that of a model");
    }

    @Override
    default void times(double[] v, double[] out) {
        throw new UnsupportedOperationException("the Hessian is that of a model");
    }

    @Override
    default double pearson() {
        return Double.NaN;
    }
}
