package dev.odds.cli;

import java.util.List;
import java.util.Optional;

/** The word that was probably meant. */
final class Suggestion {
    private Suggestion() {}

    /** The closest of the words, if fewer than half of its letters differ. */
    static Optional<String> of(String typed, List<String> words) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String word : words) {
            int edits = edits(typed, word);
            if (edits < fewest && 2 * edits < word.length()) {
                best = word;
                fewest = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein's distance: letters put in, taken out or changed; O(|a| |b|). */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
