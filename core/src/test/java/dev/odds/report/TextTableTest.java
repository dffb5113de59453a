package dev.odds.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void decimalPointsStandBelowOneAnother() {
        StringBuilder out = new StringBuilder();
        new TextTable("", "estimate", "p")
                .row("age", "-0.0295", "0.425")
                .row("(bias)", "12", "<0.001")
                .row("z", "5.1e-6", "")
                .print(" ", out);
        assertEquals("""
                         estimate       p
                 age      -0.0295   0.425
                 (bias)   12       <0.001
                 z         5.1e-6
                """, out.toString());
    }

    @Test
    void wideHeadsAndWordsKeepTheColumns() {
        StringBuilder out = new StringBuilder();
        new TextTable("name", "a long head")
                .row("größe", "infinite")
                .row("x", "1.5")
                .print("", out);
        assertEquals("name   a long head\ngröße     infinite\nx              1.5\n", out.toString());
    }

    @Test
    void longNamesLoseTheirMiddleAndControlCharacters() {
        assertEquals("abc...hij", Shown.name("abcdefghij", 9));
        assertEquals("abcdefghij", Shown.name("abcdefghij", 10));
        assertEquals("a b c", Shown.name("a\nb\u001bc"));
        assertTrue(Shown.width(Shown.name("\uD83D\uDE00".repeat(50), 11)) == 11);
    }
}
