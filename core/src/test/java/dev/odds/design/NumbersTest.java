package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"1,1", "-0.0,0", "2.0,2", "0.1,0.1", "1e15,1.0E15", "2e-3,0.002", "-17,-17", "1e400,Infinity"})
    void writesTheShortestText(double value, String text) {
        assertEquals(text, Numbers.text(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1d", "0x10", "NaN", "inf", "Infinity", "1e400", "1e", "--1", "1_0", "."})
    void takesNothingButDecimalNumbers(String text) {
        assertTrue(Double.isNaN(Numbers.parse(text)));
    }

    @Test
    void theSameNumberMayBeWrittenInManyWays() {
        assertTrue(Numbers.same("+1", "1.0"));
        assertTrue(Numbers.same("a", "a"));
        assertFalse(Numbers.same("a", "b"));
        assertFalse(Numbers.same("1", "2"));
    }
}
