package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordListTest {
    private static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        WordList.words("--drop", text, words);
        return List.copyOf(words);
    }

    @Test
    void aQuotedWordMayHoldCommasAndQuotes() {
        assertEquals(List.of("a", "b c"), words("a,b c"));
        assertEquals(List.of("b,c", "d"), words("\"b,c\",d"));
        assertEquals(List.of("a \"q\"", "\"r\""), words("a \"q\",\"\"\"r\"\"\""));
        assertEquals(List.of(""), words(""));
    }

    @Test
    void aQuotedNameMayHoldAnEqualsSign() {
        assertEquals(Map.of("race", "white"), WordList.pairs("--reference", List.of("race=white")));
        assertEquals(
                Map.of("f=g", "x,y", "b", "u=v", "c", "w"),
                WordList.pairs("--reference", List.of("\"f=g\"=\"x,y\",b=u=v", "c=w")));
    }

    @Test
    void whatIsNoListIsRefused() {
        assertTrue(assertThrows(UsageException.class, () -> words("\"a"))
                .getMessage()
                .contains("never closed"));
        assertTrue(assertThrows(UsageException.class, () -> words("\"a\"b"))
                .getMessage()
                .contains("expected ,"));
        assertEquals(
                "--reference is race; expected COLUMN=LEVEL",
                assertThrows(UsageException.class, () -> WordList.pairs("--reference", List.of("race")))
                        .getMessage());
    }

    @Test
    void aNumberStandsBehindTheLastEqualsSign() {
        assertEquals(
                Map.of("race=white", "3", "age", "1", "b,c=d", "2"),
                WordList.numbers("--min", List.of("race=white=3,age=1", "\"b,c=d\"=2")));
        assertThrows(UsageException.class, () -> WordList.numbers("--min", List.of("a=1,b")));
    }
}
