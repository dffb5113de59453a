package dev.odds.train;

import dev.odds.objective.ColumnMaxima;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Bound;
import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Certifier;
import dev.odds.optimize.Point;

/** The certificate of an elastic net. */
record ElasticCertifier(Problem problem, ColumnMaxima maxima) implements Certifier {
    @Override
    public Bound bound(double[] x, Point point) {
        Penalty penalty = problem.penalty();
        int d = problem.design().features();
        double loss = point.value() - penalty.value(x);
        double[] g = point.gradient().clone();
        double along = 0;
        double most = 1;
        for (int j = 0; j < d; j++) {
            g[j] -= penalty.curvature(j) * x[j];
            along += g[j] * x[j];
            if (penalty.curvature(j) == 0) {
                most = Math.max(most, Math.abs(g[j]) / penalty.slope(j));
            }
        }
        double alpha = 1 / most;
        double dual = alpha * (loss - along - (x.length > d ? x[d] * g[d] : 0));
        for (int j = 0; j < d; j++) {
            double over = alpha * Math.abs(g[j]) - penalty.slope(j);
            dual -= over > 0 && penalty.curvature(j) > 0 ? over * over / (2 * penalty.curvature(j)) : 0;
        }
        double balance = x.length > d ? Math.abs(g[d]) / point.meanResidual() : 0;
        double gap = point.value() - dual;
        return balance < 1e-6 ? new Bound(Kind.DUALITY_GAP, Math.max(0, gap)) : Bound.NONE;
    }
}
