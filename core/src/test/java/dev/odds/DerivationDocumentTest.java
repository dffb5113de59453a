package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Derivation.Convention;
import dev.odds.kernel.LogisticMath;
import dev.odds.optimize.SelfConcordance;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The decimal numbers that docs/derivation.md quotes are what the code computes; its fractions are in DerivationTest. */
class DerivationDocumentTest {
    private static final double[][] X = {{1, 2, 0}, {0, 1, 1}};
    private static final double[] THETA = {Math.log(2), Math.log(3)};
    private static final double B = -Math.log(2);
    private static final double[] Y = {1, 1, 0};
    private static final double[][] NONE = {};

    private final String text = document();

    @Test
    void theLossesOfTheExample() {
        quoted("0.587863", new Derivation(X, THETA, B, Y).L());
        quoted("0.736625", literal(B).L());
        quoted("0.757719", literal(B - 0.1).L());
        quoted("0.716601", literal(B + 0.1).L());
    }

    @Test
    void theThirdReadingAndTheMissingBracket() {
        double third = 0;
        double first = 0;
        double second = 0;
        double[] odds = {1, 6, 1.5};
        for (int i = 0; i < 3; i++) {
            third -= Math.log(Y[i] == 1 ? 1 / (1 + odds[i]) : odds[i] / (1 + odds[i])) / 3;
            first -= Y[i] == 1 ? Math.log(odds[i] / (1 + odds[i])) / 3 : 0;
            second += Y[i] == 0 ? Math.log(1 / (1 + odds[i])) : 0;
        }
        quoted("1.049961", third);
        quoted("0.282433", first);
        quoted("0.916291", -second);
        quoted("-0.633858", first + second);
    }

    @Test
    void theDigitsThatTheNaiveFormulasLose() {
        quoted("4.248354e-18", LogisticMath.sigmoid(-40));
        quoted("-2.06115369e-9", 1 / (1 + Math.exp(-20)) - 1);
        quoted("-2.06115362e-9", -LogisticMath.sigmoid(-20));
        assertEquals(0, 1 - 1 / (1 + Math.exp(-40)));
        assertEquals(Double.POSITIVE_INFINITY, Math.exp(800));
        assertEquals(800, LogisticMath.softplus(800));
        assertEquals(Double.POSITIVE_INFINITY, 1 / LogisticMath.sigmoid(-709.8));
        assertTrue(1 / LogisticMath.sigmoid(-709.7) < Double.POSITIVE_INFINITY);
    }

    @Test
    void theSelfConcordanceBoundOnPaper() {
        Derivation start = new Derivation(NONE, new double[0], 0, Y);
        Derivation best = new Derivation(NONE, new double[0], Math.log(2), Y);
        double hessian = start.dAdZ()[0];
        double nu = Math.abs(start.dLdB()) / Math.sqrt(hessian);
        double bound = SelfConcordance.bound(nu, 1 / Math.sqrt(hessian));
        quoted("0.0751156", bound);
        quoted("0.693147", start.L());
        quoted("0.636514", best.L());
        quoted("0.056633", start.L() - best.L());
        quoted("0.055556", nu * nu / 2);
        assertEquals(0, best.dLdB(), 1e-16);
    }

    @Test
    void theDualityBoundOnPaper() {
        Derivation start = new Derivation(NONE, new double[0], 0, Y);
        double[] residual = start.dLdZ();
        double p = residual[2];
        double q = -residual[0] - residual[1];
        double dual = 0;
        for (int i = 0; i < 3; i++) {
            double scaled = 3 * residual[i] * (residual[i] < 0 ? p / q : 1);
            double a = scaled + Y[i];
            dual -= (a * Math.log(a) + (1 - a) * Math.log(1 - a)) / 3;
        }
        quoted("0.562335", -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)));
        quoted("0.605939", dual);
        quoted("0.087208", start.L() - dual);
    }

    private static Derivation literal(double b) {
        return new Derivation(X, THETA, b, Y, null, Convention.DOCUMENT);
    }

    /** The document holds the number, and the value rounds to it. */
    private void quoted(String number, double value) {
        assertTrue(text.contains(number), number + " is not in docs/derivation.md");
        BigDecimal quoted = new BigDecimal(number);
        assertEquals(quoted, new BigDecimal(value).setScale(quoted.scale(), RoundingMode.HALF_EVEN), number);
    }

    private static String document() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/derivation.md"))) {
            folder = folder.getParent();
        }
        try {
            return Files.readString(folder.resolve("docs/derivation.md"));
        } catch (IOException e) {
            throw new AssertionError("docs/derivation.md cannot be read", e);
        }
    }
}
