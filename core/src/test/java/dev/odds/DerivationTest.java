package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Derivation.Convention;
import dev.odds.table.InputException;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The equations, on the 2 x 3 example of docs/derivation.md, on extremes, and against 50 digits. */
class DerivationTest {
    private static final double[][] X = {{1, 2, 0}, {0, 1, 1}};
    private static final double[] THETA = {Math.log(2), Math.log(3)};
    private static final double B = -Math.log(2);
    private static final double[] Y = {1, 1, 0};

    @Test
    void theExampleOnPaperInTheStandardConvention() {
        Derivation paper = new Derivation(X, THETA, B, Y);
        assertClose(new double[] {0, Math.log(6), Math.log(1.5)}, paper.Z());
        assertClose(new double[] {1 / 2.0, 6 / 7.0, 3 / 5.0}, paper.A());
        assertEquals(Math.log(35 / 6.0) / 3, paper.L(), 1e-15);
        assertClose(new double[] {-2 / 3.0, -7 / 18.0, 5 / 6.0}, paper.dLdA());
        assertClose(new double[] {1 / 4.0, 6 / 49.0, 6 / 25.0}, paper.dAdZ());
        assertClose(new double[] {-1 / 6.0, -1 / 21.0, 1 / 5.0}, paper.dLdZ());
        assertClose(new double[] {-11 / 42.0, 16 / 105.0}, paper.dLdTheta());
        assertEquals(-1 / 70.0, paper.dLdB(), 1e-15);
    }

    @Test
    void theExampleOnPaperInTheLiteralConvention() {
        Derivation paper = new Derivation(X, THETA, B, Y, null, Convention.DOCUMENT);
        assertClose(new double[] {-Math.log(4), -Math.log(24), -Math.log(6)}, paper.Z());
        assertClose(new double[] {4 / 5.0, 24 / 25.0, 6 / 7.0}, paper.A());
        assertEquals(Math.log(875 / 96.0) / 3, paper.L(), 1e-15);
        assertClose(new double[] {-5 / 12.0, -25 / 72.0, 7 / 3.0}, paper.dLdA());
        assertClose(new double[] {-4 / 25.0, -24 / 625.0, -6 / 49.0}, paper.dAdZ());
        assertClose(new double[] {1 / 15.0, 1 / 75.0, -2 / 7.0}, paper.dLdZ());
        assertClose(new double[] {-7 / 75.0, 143 / 525.0}, paper.dLdTheta());
        assertEquals(-36 / 175.0, paper.dLdB(), 1e-15);
    }

    @Test
    void theLiteralConventionIsTheStandardOneWithTheBiasNegated() {
        Derivation standard = new Derivation(X, THETA, B, Y);
        Derivation literal = new Derivation(X, THETA, -B, Y, null, Convention.DOCUMENT);
        assertArrayEquals(standard.A(), literal.A());
        assertEquals(standard.L(), literal.L());
        assertArrayEquals(standard.dLdA(), literal.dLdA());
        assertArrayEquals(standard.dLdTheta(), literal.dLdTheta());
        assertArrayEquals(negated(standard.Z()), literal.Z());
        assertArrayEquals(negated(standard.dAdZ()), literal.dAdZ());
        assertArrayEquals(negated(standard.dLdZ()), literal.dLdZ());
        assertEquals(-standard.dLdB(), literal.dLdB());
        assertTrue(Convention.DOCUMENT.words().contains("opposite sign"));
        assertNotEquals(Convention.STANDARD.words(), Convention.DOCUMENT.words());
    }

    @Test
    void aWeightOfTwoIsTheExampleTwiceAndAWeightOfZeroIsNone() {
        double[] w = {2, 1, 0};
        Derivation weighted = new Derivation(X, THETA, B, Y, w, Convention.STANDARD);
        Derivation twice = new Derivation(new double[][] {{1, 1, 2}, {0, 0, 1}}, THETA, B, new double[] {1, 1, 1});
        assertEquals(3, weighted.W());
        assertEquals(twice.L(), weighted.L(), 1e-15);
        assertClose(twice.dLdTheta(), weighted.dLdTheta());
        assertEquals(twice.dLdB(), weighted.dLdB(), 1e-15);
        assertEquals(0, weighted.dLdZ()[2]);
    }

    @Test
    void atLogitsOf800TheProductOfTheChainIsLostButTheGradientIsNot() {
        double[][] x = {{800, -800, -800, 40}};
        Derivation extreme = new Derivation(x, new double[] {1}, 0, new double[] {0, 1, 0, 1});
        assertEquals(Double.POSITIVE_INFINITY, extreme.dLdA()[0]);
        assertEquals(Double.NEGATIVE_INFINITY, extreme.dLdA()[1]);
        assertTrue(Double.isNaN(extreme.dLdA()[0] * extreme.dAdZ()[0]), "infinity times zero");
        assertArrayEquals(new double[] {0.25, -0.25, 0}, Arrays.copyOf(extreme.dLdZ(), 3));
        assertEquals(-Math.exp(-40) / 4, extreme.dLdZ()[3], 1e-32);
        assertEquals(400, extreme.L(), 1e-12);
    }

    @Test
    void theGradientIsWithinFourteenDigitsOfTheExactOne() {
        DerivationExample example = DerivationExample.random(7, 3, 40, 3);
        for (Convention convention : Convention.values()) {
            Derivation derivation = example.in(convention);
            double[] z = derivation.Z();
            BigDecimal[] exact = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
            double[] scale = new double[3];
            for (int i = 0; i < z.length; i++) {
                BigDecimal logit = new BigDecimal(convention == Convention.STANDARD ? z[i] : -z[i]);
                BigDecimal residual = Precise.sigmoid(logit).subtract(new BigDecimal(example.y()[i]));
                for (int j = 0; j < 3; j++) {
                    BigDecimal term = residual.multiply(new BigDecimal(example.x()[j][i] * example.w()[i]));
                    exact[j] = exact[j].add(term);
                    scale[j] += Math.abs(term.doubleValue());
                }
            }
            for (int j = 0; j < 3; j++) {
                double expected = exact[j].doubleValue() / derivation.W();
                assertEquals(
                        expected, derivation.dLdTheta()[j], 1e-14 * scale[j] / derivation.W(), convention + " " + j);
            }
        }
    }

    @Test
    void sumsKeepWhatRoundingLoses() {
        double[] terms = {1, 1e100, 1, -1e100};
        assertEquals(0, terms[0] + terms[1] + terms[2] + terms[3]);
        assertEquals(2, Derivation.sum(4, i -> terms[i]));
    }

    @Test
    void oneExampleOneFeatureOrNoneIsEnough() {
        Derivation one = new Derivation(new double[][] {{2}}, new double[] {0}, 0, new double[] {1});
        assertArrayEquals(new double[] {-1}, one.dLdTheta());
        Derivation none = new Derivation(new double[0][], new double[0], 0, new double[] {1, 0, 0});
        assertArrayEquals(new double[0], none.dLdTheta());
        assertEquals(1 / 6.0, none.dLdB(), 1e-16);
    }

    @Test
    void inputThatDoesNotFitIsRefusedInASentence() {
        assertRefused("found 1 coefficients for 2 features", X, new double[] {1}, Y, null);
        assertRefused("found 3 values of feature 1 for 2 labels", X, THETA, new double[] {1, 0}, null);
        assertRefused("label 2.0 of example 2", X, THETA, new double[] {1, 2, 0}, null);
        assertRefused("label NaN of example 1", X, THETA, new double[] {Double.NaN, 1, 0}, null);
        assertRefused("found 1 weights for 3 labels", X, THETA, Y, new double[] {1});
        assertRefused("weight -1.0 of example 3", X, THETA, Y, new double[] {1, 1, -1});
        assertRefused("sum to 0", X, THETA, Y, new double[3]);
        assertRefused("sum to 0", new double[0][], new double[0], new double[0], null);
        Derivation overflow = new Derivation(X, new double[] {1e308, 1e308}, 0, Y);
        InputException refused = assertThrows(InputException.class, overflow::L);
        assertTrue(refused.getMessage().startsWith("the logit of example 2 is Infinity"), refused.getMessage());
    }

    private static void assertRefused(String start, double[][] x, double[] theta, double[] y, double[] w) {
        InputException refused =
                assertThrows(InputException.class, () -> new Derivation(x, theta, 0, y, w, Convention.STANDARD));
        assertTrue(refused.getMessage().contains(start), refused.getMessage());
    }

    private static void assertClose(double[] expected, double[] found) {
        assertArrayEquals(expected, found, 1e-15);
    }

    private static double[] negated(double[] values) {
        double[] negated = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negated[i] = 0 - values[i];
        }
        return negated;
    }
}
