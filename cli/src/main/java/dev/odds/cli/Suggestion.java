package dev.odds.cli;

import java.util.List;
import java.util.Optional;

/** The word that was probably meant. */
final class Suggestion {
    private Suggestion() {}

    /** The closest of the words, if no more than half of its letters differ. */
    static Optional<String> of(String typed, List<String> words) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String word : words) {
            int edits = edits(typed, word);
            if (edits < fewest && 2 * edits <= word.length()) {
                best = word;
                fewest = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters are put in, taken out, changed, or swapped with a neighbour (Damerau 1964); O(|a| |b|). */
    private static int edits(String a, String b) {
        int[][] of = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    of[i][j] = i + j;
                    continue;
                }
                int changed = of[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                of[i][j] = Math.min(changed, 1 + Math.min(of[i - 1][j], of[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    of[i][j] = Math.min(of[i][j], of[i - 2][j - 2] + 1);
                }
            }
        }
        return of[a.length()][b.length()];
    }
}
