package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against mpmath 1.3.0 in 60 digits: gammainc(df / 2, x / 2, inf, regularized = True). */
class ChiSquareTest {
    @ParameterizedTest
    @CsvSource({
        "1e-8, 1, 0.99992021154405269",
        "3.84, 1, 0.050043521248705103",
        "100, 1, 1.5239706048321052e-23",
        "1370, 1, 6.9429373646432677e-300",
        "0.3, 2, 0.86070797642505781",
        "1375, 2, 2.6457188497260108e-299",
        "7.8, 3, 0.050331097859853355",
        "1400, 3, 2.9456193610163087e-303",
        "0, 4, 1",
        "1500, 10, 2.5205290499993794e-316",
        "60, 50, 0.1572420272383916",
        "250, 300, 0.983802950207645"
    })
    void theTailIsRightDownToTheSmallestDoubles(double x, int df, double expected) {
        double relative = expected < Double.MIN_NORMAL ? 1e-7 : 1e-12;
        assertEquals(expected, ChiSquare.survival(x, df), relative * expected);
    }

    @Test
    void noRestrictionHasNoProbability() {
        assertTrue(Double.isNaN(ChiSquare.survival(0, 0)));
        assertTrue(Double.isNaN(ChiSquare.survival(Double.NaN, 3)));
    }
}
