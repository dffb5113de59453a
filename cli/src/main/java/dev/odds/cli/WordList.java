package dev.odds.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of one option, between commas. A word that holds a comma (or, as the name of a pair, an equals sign) is put in
 * double quotes, a quote inside twice, as in a CSV file.
 */
final class WordList {
    private final String option;
    private final String text;
    private int at;

    private WordList(String option, String text) {
        this.option = option;
        this.text = text;
    }

    /** Adds the words of the text. */
    static void words(String option, String text, Set<String> into) {
        WordList list = new WordList(option, text);
        do {
            into.add(list.word(','));
        } while (list.skips(','));
    }

    /** The pairs COLUMN=LEVEL of all the texts; a level may hold an equals sign. */
    static Map<String, String> pairs(String option, List<String> texts) {
        return pairs(option, texts, "COLUMN=LEVEL", false);
    }

    /** The pairs COLUMN=NUMBER of all the texts; a name may hold an equals sign, as that of a level's coefficient does. */
    static Map<String, String> numbers(String option, List<String> texts) {
        return pairs(option, texts, "COLUMN=NUMBER", true);
    }

    private static Map<String, String> pairs(String option, List<String> texts, String form, boolean last) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts) {
            WordList list = new WordList(option, text);
            do {
                String name = last ? list.name() : list.word('=');
                if (!list.skips('=')) {
                    throw new UsageException("%s is %s; expected %s".formatted(option, text, form));
                }
                if (pairs.put(name, list.word(',')) != null) {
                    throw new UsageException("%s names %s twice; expected each name once".formatted(option, name));
                }
            } while (list.skips(','));
        }
        return pairs;
    }

    /** Up to the last equals sign before a comma. */
    private String name() {
        int comma = text.indexOf(',', at);
        int equals = text.lastIndexOf('=', comma < 0 ? text.length() : comma);
        if (equals < at || text.startsWith("\"", at)) {
            return word('=');
        }
        String name = text.substring(at, equals);
        at = equals;
        return name;
    }

    private boolean skips(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private String word(char stop) {
        if (!skips('"')) {
            int from = at;
            int end = text.indexOf(stop, at);
            at = end < 0 ? text.length() : end;
            return text.substring(from, at);
        }
        StringBuilder word = new StringBuilder();
        do {
            int end = text.indexOf('"', at);
            if (end < 0) {
                throw new UsageException("%s is %s; a quote is never closed".formatted(option, text));
            }
            word.append(text, at, end + 1);
            at = end + 1;
        } while (skips('"'));
        if (at < text.length() && text.charAt(at) != stop) {
            throw new UsageException(
                    "%s is %s; expected %c after the quote that closes a word".formatted(option, text, stop));
        }
        return word.substring(0, word.length() - 1);
    }
}
