package dev.odds.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** The names of coefficients, found in a text. */
final class CoefficientNames {
    private static final int LISTED = 8;
    private static final char QUOTE = '`';

    private final List<String> names;

    CoefficientNames(List<String> names) {
        this.names = List.copyOf(names);
    }

    /**
     * A name in a text.
     *
     * @param variable its number
     * @param end the place after it
     */
    record Found(int variable, int end) {}

    /**
     * The longest name that stands at a place, as it is or in backquotes; or null.
     *
     * @param ends whether a name may end before a place
     */
    Found at(String text, int place, IntPredicate ends) {
        boolean quoted = place < text.length() && text.charAt(place) == QUOTE;
        Found longest = null;
        for (int j = 0; j < names.size(); j++) {
            Found plain = found(names.get(j), j, text, place, ends);
            Found either = plain == null && quoted ? found(QUOTE + names.get(j) + QUOTE, j, text, place, ends) : plain;
            if (either != null && (longest == null || either.end() > longest.end())) {
                longest = either;
            }
        }
        return longest;
    }

    private static Found found(String name, int variable, String text, int place, IntPredicate ends) {
        int end = place + name.length();
        return text.startsWith(name, place) && ends.test(end) ? new Found(variable, end) : null;
    }

    /** What could have stood in the place of an unknown word. */
    String expected(String word) {
        List<String> near = near(word.replace(String.valueOf(QUOTE), ""));
        boolean none = near.isEmpty();
        List<String> told = none ? names : near;
        String list = String.join(", ", told.subList(0, Math.min(LISTED, told.size())));
        String more = told.size() > LISTED ? " and %d more".formatted(told.size() - LISTED) : "";
        return "a number or a coefficient%s %s%s".formatted(none ? ", one of" : "; near are", list, more);
    }

    private List<String> near(String word) {
        List<String> near = new ArrayList<>();
        String small = word.toLowerCase(Locale.ROOT);
        for (String name : names) {
            String other = name.toLowerCase(Locale.ROOT);
            boolean within = other.contains(small) || small.contains(other);
            if (small.length() > 1
                    && (within || distance(small, other) <= small.length() / 2 && distance(small, other) <= 2)) {
                near.add(name);
            }
        }
        return near;
    }

    /** How many letters to insert, drop or change (V. I. Levenshtein, 1966). O(a b). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
