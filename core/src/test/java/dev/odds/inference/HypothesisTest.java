package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypothesisTest {
    private static final List<String> NAMES = List.of(
            "race=black",
            "race=other",
            "gre",
            "gpa",
            "x",
            "x-1",
            "a b",
            "rank=2",
            "rank=2.5",
            "1",
            "it,s",
            "a and b",
            "`q`",
            "(bias)");

    private static String read(String text) {
        return Hypothesis.parse(text, NAMES).restrictions().stream()
                .map(r -> r.factors().entrySet().stream()
                                .map(e -> e.getValue() + " " + NAMES.get(e.getKey()))
                                .collect(Collectors.joining(" + "))
                        + " = " + r.value())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            gre                          | 1.0 gre = 0.0
            gre = 0                      | 1.0 gre = 0.0
            -gre=2                       | -1.0 gre = 2.0
            race=black = race=other      | 1.0 race=black + -1.0 race=other = 0.0
            race=black=race=other        | 1.0 race=black + -1.0 race=other = 0.0
            race=black=0                 | 1.0 race=black = 0.0
            2*gpa - gre = 0.5, rank=2 = 0| -1.0 gre + 2.0 gpa = 0.5; 1.0 rank=2 = 0.0
            rank=2=rank=2.5=0            | 1.0 rank=2 + -1.0 rank=2.5 = 0.0; 1.0 rank=2.5 = 0.0
            gpa*2*.5e1 = -1e-3           | 10.0 gpa = -0.001
            gre + gre = gpa              | 2.0 gre + -1.0 gpa = 0.0
            gpa = 2 and gre = 3          | 1.0 gpa = 2.0; 1.0 gre = 3.0
            x-1                          | 1.0 x-1 = 0.0
            x - 1                        | 1.0 x + -1.0 1 = 0.0
            x - 1.0                      | 1.0 x = 1.0
            `x`-1.                       | 1.0 x = 1.0
            `x-1`*2-x                    | -1.0 x + 2.0 x-1 = 0.0
            a b = x                      | -1.0 x + 1.0 a b = 0.0
            it,s, x                      | 1.0 it,s = 0.0; 1.0 x = 0.0
            a and b and x                | 1.0 a and b = 0.0; 1.0 x = 0.0
            `q` = 3                      | 1.0 `q` = 3.0
            1 = 2                        | 1.0 1 = 2.0
            (bias) + 1 = 2               | 1.0 1 + 1.0 (bias) = 2.0
            0 = gre                      | -1.0 gre = 0.0
            """)
    void readsEquations(String text, String expected) {
        assertEquals(expected, read(text.strip()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            grre = 0     | character 1: found grre                    | near are gre
            gre = race   | character 7: found race                    | near are race=black, race=other
            Gre          | found Gre                                  | near are gre
            2gpa         | found 2gpa                                 | near are gpa
            zzzz         | found zzzz                                 | one of race=black, race=other, gre
            `gre         | found `gre                                 | near are gre
            gre = = 1    | character 7: found =                       | a number or a coefficient
            gre,         | character 5: found the end                 | a number or a coefficient
            gre gpa      | character 5: found gpa                     | an operator, =, a comma or ' and '
            gre*gpa      | character 1: found gre*gpa                 | at most one coefficient in a product
            0 = 0        | character 1: found 0 = 0                   | an equation that some coefficient decides
            gre = gre    | found gre = gre                            | an equation that some coefficient decides
            1e999*gre    | character 1: found 1e999*gre               | not too large
            gre / 2      | character 5: found /                       | an operator
            """)
    void whatIsNoHypothesisIsToldWithItsPlace(String text, String found, String expected) {
        String told = refused(text.strip());
        assertTrue(told.startsWith("hypothesis '" + text.strip() + "'"), told);
        assertTrue(told.contains(found) && told.contains(expected), told);
    }

    @Test
    void nothingIsRefused() {
        assertTrue(refused("").contains("found the end"));
        assertTrue(refused("  ").contains("found the end"));
    }

    private static String refused(String text) {
        return assertThrows(InputException.class, () -> Hypothesis.parse(text, NAMES))
                .getMessage();
    }
}
