package dev.odds.optimize;

/**
 * A point of a loss plus p: its value is that of the whole, its gradient that of what is smooth, p's slopes and bounds left out.
 *
 * @param loss the point of the loss
 * @param value loss and p
 * @param gradient of the loss and p's quadratic part
 */
record Penalised(Point loss, double value, double[] gradient) implements FirstOrder {
    static Penalised of(Point loss, Separable p, double[] x) {
        double[] gradient = loss.gradient().clone();
        for (int j = 0; j < p.size(); j++) {
            gradient[j] = Math.fma(p.curvature()[j], x[j], gradient[j]);
        }
        return new Penalised(loss, loss.value() + p.value(x), gradient);
    }

    @Override
    public double meanResidual() {
        return loss.meanResidual();
    }

    @Override
    public double pearson() {
        return loss.pearson();
    }
}
