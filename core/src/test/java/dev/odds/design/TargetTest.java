package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    private static final List<String> COLUMNS = List.of("delay", "class", "two words", "a<b", "x>1", "x", "it's");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            delay > 15           | delay     | >  | 15
            delay>15             | delay     | >  | 15
            delay>=15            | delay     | >= | 15
            delay <= -1.5e3      | delay     | <= | -1.5e3
            class = normal.      | class     | =  | normal.
            class == normal.     | class     | =  | normal.
            class != 'a b'       | class     | != | a b
            class = "it's"       | class     | =  | it's
            class = <=50K        | class     | =  | <=50K
            two words < 3        | two words | <  | 3
            a<b>2                | a<b       | >  | 2
            x>1=0                | x>1       | =  | 0
            x>2                  | x         | >  | 2
            `x` > 1              | x         | >  | 1
            `two words`!=3       | two words | != | 3
            it's = 4             | it's      | =  | 4
            """)
    void readsAComparison(String text, String column, String symbol, String value) {
        Target target = Target.parse(text, COLUMNS);
        assertEquals(column, target.column());
        assertEquals(symbol, target.comparison().symbol());
        assertEquals(value, target.value());
        assertEquals(text, target.expression());
    }

    @ParameterizedTest
    @CsvSource({"delay,delay", "a<b,a<b", "x>1,x>1", "' two words ',two words", "`two words`,two words", "it's,it's"})
    void theNameOfAColumnWinsOverAnyOtherReading(String text, String column) {
        Target target = Target.parse(text, COLUMNS);
        assertEquals(column, target.column());
        assertEquals(null, target.comparison());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            wins / games      | wins       | games
            wins/games        | wins       | games
            `wins` / `games`  | wins       | games
            wins / a/b        | wins       | a/b
            a/b/games         | a/b        | games
            two words/delay   | two words  | delay
            `a/b` / `two words` | a/b      | two words
            """)
    void readsCounts(String text, String successes, String trials) {
        Target target = Target.parse(text, List.of("wins", "games", "a/b", "a", "two words", "delay"));
        assertEquals(List.of(successes, trials), target.columns());
        assertTrue(target.isGrouped());
        assertEquals(text.strip(), target.expression());
    }

    @Test
    void aStrokeInANameOrAValueIsNoCount() {
        List<String> columns = List.of("a/b", "a", "b > 1", "date");
        assertEquals(List.of("a/b"), Target.parse("a/b", columns).columns());
        assertEquals("1/2", Target.parse("date = 1/2", columns).value());
        assertEquals(List.of("a", "b > 1"), Target.parse("a / b > 1", columns).columns());
    }

    @Test
    void aCountOfNoColumnIsToldByItsName() {
        assertTrue(refused("delay / trials").contains("no column trials"));
        assertTrue(refused("wins / delay").contains("no column wins"));
        assertTrue(refused("delay / Class").contains("did you mean class?"));
        assertTrue(refused("delay / delay").contains("found one column twice"));
    }

    @Test
    void anUnknownColumnIsToldWithThoseThatAre() {
        String message = refused("Delay > 15");
        assertTrue(message.contains("no column Delay"), message);
        assertTrue(message.contains("two words"), message);
        assertTrue(message.contains("did you mean delay?"), message);
        assertTrue(refused("`nothing` > 3").contains("no column"), "backquoted");
    }

    @Test
    void aComparisonWithNothingIsRefused() {
        assertTrue(refused("delay >").contains("nothing after >"));
        assertTrue(refused("delay =").contains("expected a value"));
    }

    private static String refused(String text) {
        return assertThrows(InputException.class, () -> Target.parse(text, COLUMNS))
                .getMessage();
    }
}
