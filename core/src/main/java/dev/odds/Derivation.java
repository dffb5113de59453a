package dev.odds;

import dev.odds.kernel.CompensatedSum;
import dev.odds.kernel.LogisticLoss;
import dev.odds.kernel.LogisticMath;
import dev.odds.table.InputException;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The derivation of the gradients, executed equation by equation with its own names and shapes; for who learns. A fit goes
 * through {@link LogisticLoss} and reads X once; here every quantity has a method and an array of its own.
 *
 * <p>The numbers in brackets are the equations of Zhihan Hu, "Gradient Computation on logistic model" (February 2025);
 * docs/derivation.md derives them anew. Complexity: O(d n) for Z and dL/dtheta, O(n) for the rest.
 *
 * @param X d x n, one row per feature, one column per example; held, not copied, as are the others
 * @param theta d x 1
 * @param b the bias
 * @param Y 1 x n, labels 0 or 1
 * @param w 1 x n, weights of at least 0, or null for 1 each
 * @param convention which set-up is executed
 */
public record Derivation(double[][] X, double[] theta, double b, double[] Y, double[] w, Convention convention) {

    /** The set-up: how Z is made of theta, b and X, and A of Z. */
    public enum Convention {
        /** Z = theta^T X + b, A = 1 / (1 + e^-Z): what Odds uses everywhere. */
        STANDARD(1, "Z = theta^T X + b and A = 1/(1 + e^-Z), the probability of label 1"),
        /** Z = -theta^T X + b, A = 1 / (1 + e^Z): the source's set-up, taken literally. */
        DOCUMENT(
                -1,
                "Z = -theta^T X + b and A = 1/(1 + e^Z), so A = sigmoid(theta^T X - b), the probability of label 1:"
                        + " dA/dZ, dL/dZ and dL/db have the opposite sign of the usual formulas, dL/dtheta keeps its form,"
                        + " and the bias itself has the opposite sign");

        private final int sign;
        private final String words;

        Convention(int sign, String words) {
            this.sign = sign;
            this.words = words;
        }

        /** What is computed, and which signs differ from the standard convention. */
        public String words() {
            return words;
        }
    }

    /**
     * A comparison of one quantity, computed by its equation, with the same quantity obtained in another way.
     *
     * @param name the quantity: logitGradient, thetaGradient or biasGradient
     * @param against the other way
     * @param maxRelativeError the largest difference among the elements compared, each relative to the sum of the absolute
     *     terms that it is a sum of (but not below the smallest normal double)
     */
    public record Check(String name, String against, double maxRelativeError) {}

    /**
     * Checks the shapes, labels and weights.
     *
     * @throws InputException if they do not fit together
     */
    public Derivation {
        int n = Y.length;
        if (X.length != theta.length) {
            throw new InputException(
                    "found %d coefficients for %d features; expected one for each".formatted(theta.length, X.length));
        }
        for (int j = 0; j < X.length; j++) {
            if (X[j].length != n) {
                throw new InputException("found %d values of feature %d for %d labels; expected one for each"
                        .formatted(X[j].length, j + 1, n));
            }
        }
        if (w != null && w.length != n) {
            throw new InputException("found %d weights for %d labels; expected one for each".formatted(w.length, n));
        }
        for (int i = 0; i < n; i++) {
            if (Y[i] != 0 && Y[i] != 1) {
                throw new InputException("label %s of example %d: expected 0 or 1".formatted(Y[i], i + 1));
            }
            if (w != null && !(w[i] >= 0 && w[i] <= Double.MAX_VALUE)) {
                throw new InputException(
                        "weight %s of example %d: expected a finite number of at least 0".formatted(w[i], i + 1));
            }
        }
        if (!(total(n, w) > 0)) {
            throw new InputException(
                    "the weights of the %d examples sum to 0; expected at least one above 0".formatted(n));
        }
    }

    /** The standard convention, every weight 1. */
    public Derivation(double[][] X, double[] theta, double b, double[] Y) {
        this(X, theta, b, Y, null, Convention.STANDARD);
    }

    /** n. */
    public int examples() {
        return Y.length;
    }

    /** d. */
    public int features() {
        return theta.length;
    }

    /** W, the sum of the weights; n without weights. */
    public double W() {
        return total(Y.length, w);
    }

    /**
     * Section 2: Z = theta^T X + b, or -theta^T X + b in the literal convention; 1 x n.
     *
     * @throws InputException if a logit is not finite; so do all that follow
     */
    public double[] Z() {
        double[] z = new double[Y.length];
        for (int j = 0; j < theta.length; j++) {
            for (int i = 0; i < z.length; i++) {
                z[i] = Math.fma(theta[j], X[j][i], z[i]);
            }
        }
        for (int i = 0; i < z.length; i++) {
            z[i] = convention.sign * z[i] + b;
            if (!Double.isFinite(z[i])) {
                throw new InputException(
                        "the logit of example %d is %s; expected finite features and coefficients whose products do not overflow"
                                .formatted(i + 1, z[i]));
            }
        }
        return z;
    }

    /** Equation (1): A = 1 / (1 + e^-Z), or 1 / (1 + e^Z) in the literal convention; 1 x n. */
    public double[] A() {
        double[] a = Z();
        for (int i = 0; i < a.length; i++) {
            a[i] = LogisticMath.sigmoid(convention.sign * a[i]);
        }
        return a;
    }

    /**
     * Equation (2): L = -(1/W) sum w [Y log A + (1 - Y) log(1 - A)].
     *
     * <p>-log A is computed as log(1 + e^-Z) and -log(1 - A) as log(1 + e^Z): finite where A is 0 or 1 in double.
     */
    public double L() {
        double[] z = Z();
        return sum(z.length, i -> loss(i, z[i])) / W();
    }

    /**
     * Equation (4): dL/dA = -(w/W) (Y / A - (1 - Y) / (1 - A)); 1 x n.
     *
     * <p>1 - A is computed from Z, not by subtraction. For |Z| beyond about 709.8 the element of a wrong label is -Infinity
     * or Infinity: it exceeds the largest double. dL/dZ is finite there all the same.
     */
    public double[] dLdA() {
        double[] z = Z();
        double weights = W();
        double[] gradient = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            double logit = convention.sign * z[i];
            double share = weight(i) / weights;
            gradient[i] = Y[i] == 1 ? -share / LogisticMath.sigmoid(logit) : share / LogisticMath.sigmoid(-logit);
        }
        return gradient;
    }

    /** Equation (5): dA/dZ = A (1 - A), or its negative in the literal convention; 1 x n. */
    public double[] dAdZ() {
        double[] slope = Z();
        for (int i = 0; i < slope.length; i++) {
            slope[i] = convention.sign * LogisticMath.curvature(LogisticMath.decay(slope[i]));
        }
        return slope;
    }

    /**
     * Equations (6), (7) and (14): dL/dZ = (w/W) (A - Y), or its negative in the literal convention; 1 x n.
     *
     * <p>A - 1 is computed as -sigmoid(-Z), so that no digit is lost where A is near its label.
     */
    public double[] dLdZ() {
        double[] gradient = Z();
        double weights = W();
        for (int i = 0; i < gradient.length; i++) {
            double logit = convention.sign * gradient[i];
            double e = LogisticMath.decay(logit);
            gradient[i] = convention.sign * LogisticLoss.residual(logit, e, success(i), failure(i)) / weights;
        }
        return gradient;
    }

    /**
     * Equations (9) and (12), with the chain rule (3): dL/dtheta = X (dL/dZ)^T, or -X (dL/dZ)^T in the literal convention,
     * where Z falls as theta^T X grows; d x 1. Both are (1/W) X (w (A - Y))^T.
     */
    public double[] dLdTheta() {
        double[] logitGradient = dLdZ();
        double[] gradient = new double[theta.length];
        for (int j = 0; j < gradient.length; j++) {
            double[] feature = X[j];
            gradient[j] = convention.sign * sum(feature.length, i -> feature[i] * logitGradient[i]);
        }
        return gradient;
    }

    /** Equations (11) and (13), with the chain rule (10): dL/db = sum dL/dZ. */
    public double dLdB() {
        double[] logitGradient = dLdZ();
        return sum(logitGradient.length, i -> logitGradient[i]);
    }

    /**
     * Every gradient against another way to it: the chain rule, five-point differences of L (in every coordinate up to 50,
     * in seeded random directions beyond, and fewer of them for very many examples), and another order of summation.
     */
    public List<Check> checks() {
        return new DerivationChecks(this).all();
    }

    /** +1 where A rises with Z and Z with theta^T X, -1 where both fall. */
    int sign() {
        return convention.sign;
    }

    /** The loss of example i at logit z, not divided by W. */
    double loss(int i, double z) {
        double logit = convention.sign * z;
        return LogisticLoss.loss(logit, LogisticMath.decay(logit), success(i), failure(i));
    }

    private double weight(int i) {
        return w == null ? 1 : w[i];
    }

    private double success(int i) {
        return Y[i] == 1 ? weight(i) : 0;
    }

    private double failure(int i) {
        return Y[i] == 1 ? 0 : weight(i);
    }

    private static double total(int n, double[] weights) {
        return weights == null ? n : sum(n, i -> weights[i]);
    }

    /** The sum of n terms, as if with twice the digits. */
    static double sum(int n, IntToDoubleFunction term) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            sum.add(term.applyAsDouble(i));
        }
        return sum.value();
    }
}
