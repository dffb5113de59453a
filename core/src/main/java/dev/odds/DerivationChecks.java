package dev.odds;

import dev.odds.Derivation.Check;
import java.util.ArrayList;
import java.util.List;

/** The gradients of a {@link Derivation} against other ways to them. */
final class DerivationChecks {
    private final Derivation derivation;
    private final double[] dLdZ;
    private final double[] dLdTheta;
    private final int n;
    private final int d;

    DerivationChecks(Derivation derivation) {
        this.derivation = derivation;
        dLdZ = derivation.dLdZ();
        dLdTheta = derivation.dLdTheta();
        n = derivation.examples();
        d = derivation.features();
    }

    List<Check> all() {
        DerivationDifferences differences = new DerivationDifferences(derivation, dLdZ, dLdTheta);
        List<Check> checks = new ArrayList<>();
        chainRule(checks);
        checks.add(differences.logitGradient());
        if (d > 0) {
            checks.add(differences.thetaGradient());
            checks.add(new Check("thetaGradient", "the sum over examples from the last to the first", otherOrder()));
        }
        checks.add(differences.biasGradient());
        return List.copyOf(checks);
    }

    private void chainRule(List<Check> checks) {
        double[] dLdA = derivation.dLdA();
        double[] dAdZ = derivation.dAdZ();
        double worst = 0;
        int finite = 0;
        for (int i = 0; i < n; i++) {
            if (Double.isFinite(dLdA[i])) {
                finite++;
                worst = Math.max(worst, relativeError(dLdA[i] * dAdZ[i], dLdZ[i], Math.abs(dLdZ[i])));
            }
        }
        if (finite > 0) {
            String where = finite == n ? "" : ", finite in %d of %d examples".formatted(finite, n);
            checks.add(new Check("logitGradient", "dL/dA dA/dZ" + where, worst));
        }
    }

    private double otherOrder() {
        double[] sums = new double[d];
        double[] scales = new double[d];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = 0; j < d; j++) {
                double term = derivation.sign() * derivation.X()[j][i] * dLdZ[i];
                sums[j] += term;
                scales[j] += Math.abs(term);
            }
        }
        double worst = 0;
        for (int j = 0; j < d; j++) {
            worst = Math.max(worst, relativeError(dLdTheta[j], sums[j], scales[j]));
        }
        return worst;
    }

    /** The difference in parts of the scale, which counts as no smaller than the smallest normal double. */
    static double relativeError(double found, double expected, double scale) {
        return found == expected ? 0 : Math.abs(found - expected) / Math.max(scale, Double.MIN_NORMAL);
    }
}
