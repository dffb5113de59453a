package dev.odds;

import dev.odds.Derivation.Check;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * The gradients of a {@link Derivation} against five-point differences of L.
 *
 * <p>Z is affine in theta, b and itself, so each derivative is one along a line Z + t v, v being 1 x n: a row of X for a
 * coefficient, ones for the bias, a unit vector for a logit. With step h, dL/dt is
 * (8 (L(h) - L(-h)) - (L(2h) - L(-2h))) / 12h, up to h^4 times the fifth derivative over 30 (Abramowitz and Stegun
 * 25.3.6). h is such that no logit moves by more than 2^-9 in one step: the formula is then right to 1e-12, and the
 * rounding of L adds about 1e-13 times the size of the logits, as the four values are subtracted example by example before
 * they are summed. A logit beyond 1024, where the loss is a straight line in double, may move by 2^-9 of itself.
 */
final class DerivationDifferences {
    private static final int COORDINATES = 50;
    private static final int DIRECTIONS = 20;
    private static final int FEWEST_DIRECTIONS = 3;
    /** The number of examples times directions from which on directions are saved: a second or two. */
    private static final long WORK = 10_000_000;

    private static final double STEP = 0x1p-9;
    private static final double STRAIGHT = 1024;
    private static final long SEED = 2025;

    private final Derivation derivation;
    private final double[] z;
    private final double[] dLdZ;
    private final double[] dLdTheta;
    private final int n;

    DerivationDifferences(Derivation derivation, double[] dLdZ, double[] dLdTheta) {
        this.derivation = derivation;
        this.dLdZ = dLdZ;
        this.dLdTheta = dLdTheta;
        z = derivation.Z();
        n = derivation.examples();
    }

    /** v, the gradient's word for dL/dt along it, and the sum of the absolute terms of that. */
    private record Line(IntToDoubleFunction v, double gradient, double scale) {}

    Check logitGradient() {
        return check("logitGradient", n, this::logit, this::someLogits);
    }

    Check thetaGradient() {
        return check("thetaGradient", dLdTheta.length, this::coefficient, this::someCoefficients);
    }

    Check biasGradient() {
        Line ones = line(i -> 1, derivation.dLdB());
        return new Check("biasGradient", "five-point differences of L", error(ones));
    }

    private Check check(
            String name, int coordinates, IntFunction<Line> coordinate, Function<SplittableRandom, Line> direction) {
        boolean every = coordinates <= COORDINATES && (long) coordinates * n <= WORK;
        int count = every ? coordinates : (int) Math.max(FEWEST_DIRECTIONS, Math.min(DIRECTIONS, WORK / n));
        SplittableRandom random = new SplittableRandom(SEED);
        double worst = 0;
        for (int k = 0; k < count; k++) {
            worst = Math.max(worst, error(every ? coordinate.apply(k) : direction.apply(random)));
        }
        String where = every ? "in every coordinate" : "in %d random directions".formatted(count);
        return new Check(name, "five-point differences of L " + where, worst);
    }

    private Line logit(int k) {
        return line(i -> i == k ? 1 : 0, dLdZ[k]);
    }

    private Line someLogits(SplittableRandom random) {
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = sign(random);
        }
        return line(i -> v[i], Derivation.sum(n, i -> v[i] * dLdZ[i]));
    }

    private Line coefficient(int j) {
        double[] feature = derivation.X()[j];
        return line(i -> derivation.sign() * feature[i], dLdTheta[j]);
    }

    /** A random sign for each feature, divided by its largest value, so that each moves the logits alike. */
    private Line someCoefficients(SplittableRandom random) {
        double[] v = new double[n];
        double[] mixture = new double[dLdTheta.length];
        for (int j = 0; j < mixture.length; j++) {
            double[] feature = derivation.X()[j];
            double largest = largest(i -> feature[i]);
            mixture[j] = largest == 0 ? 0 : sign(random) / largest;
            for (int i = 0; i < n; i++) {
                v[i] = Math.fma(derivation.sign() * mixture[j], feature[i], v[i]);
            }
        }
        return line(i -> v[i], Derivation.sum(mixture.length, j -> mixture[j] * dLdTheta[j]));
    }

    private static double sign(SplittableRandom random) {
        return random.nextBoolean() ? 1 : -1;
    }

    private Line line(IntToDoubleFunction v, double gradient) {
        return new Line(v, gradient, Derivation.sum(n, i -> Math.abs(v.applyAsDouble(i) * dLdZ[i])));
    }

    private double error(Line line) {
        double fastest = largest(i -> line.v.applyAsDouble(i) / reach(z[i]));
        double h = fastest == 0 ? 1 : STEP / fastest;
        double sum = Derivation.sum(n, i -> stencil(i, h * line.v.applyAsDouble(i)));
        return DerivationChecks.relativeError(line.gradient, sum / (12 * h) / derivation.W(), line.scale);
    }

    private static double reach(double logit) {
        double size = Math.abs(logit);
        return size > STRAIGHT ? size : 1;
    }

    private double stencil(int i, double move) {
        if (move == 0) {
            return 0;
        }
        double inner = derivation.loss(i, z[i] + move) - derivation.loss(i, z[i] - move);
        double outer = derivation.loss(i, z[i] + 2 * move) - derivation.loss(i, z[i] - 2 * move);
        return 8 * inner - outer;
    }

    private double largest(IntToDoubleFunction v) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(v.applyAsDouble(i)));
        }
        return largest;
    }
}
