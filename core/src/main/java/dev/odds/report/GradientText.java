package dev.odds.report;

import dev.odds.Derivation;
import dev.odds.design.Coefficients;
import java.util.List;

/** A derivation, to be read: every quantity with its shape, and the checks. */
public final class GradientText {
    private static final int DIGITS = 8;

    private GradientText() {}

    /**
     * Writes the quantities and the checks.
     *
     * @param features the name of each row of X
     * @param rows how many examples are shown
     */
    public static String of(Derivation derivation, List<String> features, int rows) {
        StringBuilder out = new StringBuilder();
        out.append(derivation.convention().words()).append("\n\n");
        shapes(derivation, out);
        examples(derivation, rows, out);
        out.append("\nL = %s\n\n".formatted(number(derivation.L())));
        gradient(derivation, features, out);
        checks(derivation, out);
        return out.toString();
    }

    private static void shapes(Derivation derivation, StringBuilder out) {
        int d = derivation.features();
        int n = derivation.examples();
        out.append("X %d x %d, theta %d x 1, b a scalar, Y 1 x %d;\n".formatted(d, n, d, n));
        out.append("Z, A, dL/dA, dA/dZ and dL/dZ 1 x %d, L a scalar, dL/dtheta %d x 1, dL/db a scalar\n\n"
                .formatted(n, d));
    }

    private static void examples(Derivation derivation, int rows, StringBuilder out) {
        int n = derivation.examples();
        int shown = Math.min(rows, n);
        double[] z = derivation.Z();
        double[] a = derivation.A();
        double[] dLdA = derivation.dLdA();
        double[] dAdZ = derivation.dAdZ();
        double[] dLdZ = derivation.dLdZ();
        TextTable table = new TextTable("example", "Y", "Z", "A", "dL/dA", "dA/dZ", "dL/dZ");
        for (int i = 0; i < shown; i++) {
            table.row(
                    String.valueOf(i + 1),
                    derivation.Y()[i] == 1 ? "1" : "0",
                    number(z[i]),
                    number(a[i]),
                    number(dLdA[i]),
                    number(dAdZ[i]),
                    number(dLdZ[i]));
        }
        table.print("", out);
        if (shown < n) {
            out.append("(%d of %d examples; --rows shows more)\n".formatted(shown, n));
        }
    }

    private static void gradient(Derivation derivation, List<String> features, StringBuilder out) {
        double[] gradient = derivation.dLdTheta();
        TextTable table = new TextTable("", "theta", "dL/dtheta");
        for (int j = 0; j < gradient.length; j++) {
            table.row(features.get(j), Numbers.shortest(derivation.theta()[j]), number(gradient[j]));
        }
        table.print("", out);
        out.append('\n');
        TextTable bias = new TextTable("", "b", "dL/db");
        bias.row(Coefficients.BIAS, Numbers.shortest(derivation.b()), number(derivation.dLdB()));
        bias.print("", out);
    }

    private static void checks(Derivation derivation, StringBuilder out) {
        TextTable table = new TextTable("checked", "largest relative error");
        out.append('\n');
        for (Derivation.Check check : derivation.checks()) {
            table.row(
                    "%s against %s".formatted(check.name(), check.against()), Numbers.bound(check.maxRelativeError()));
        }
        table.print("", out);
    }

    private static String number(double value) {
        return Numbers.significant(value, DIGITS);
    }
}
