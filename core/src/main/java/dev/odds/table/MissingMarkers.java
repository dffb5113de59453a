package dev.odds.table;

import java.util.List;

/** The texts that stand for a missing value; the empty text always does. */
final class MissingMarkers {
    private final char[][] markers;
    private final boolean someNumber;

    MissingMarkers(List<String> texts) {
        markers = texts.stream().map(String::strip).map(String::toCharArray).toArray(char[][]::new);
        someNumber = texts.stream().map(String::strip).anyMatch(Decimals::isNumber);
    }

    static MissingMarkers of(ReadOptions options) {
        return new MissingMarkers(options.missing() == null ? ReadOptions.DEFAULT_MISSING : options.missing());
    }

    /** Whether some marker is itself a number, so that numbers must be compared too. */
    boolean someNumber() {
        return someNumber;
    }

    boolean matches(char[] b, int from, int to) {
        if (from == to) {
            return true;
        }
        for (char[] marker : markers) {
            if (marker.length == to - from && same(marker, b, from)) {
                return true;
            }
        }
        return false;
    }

    boolean matches(String text) {
        return matches(text.toCharArray(), 0, text.length());
    }

    private static boolean same(char[] marker, char[] b, int from) {
        for (int i = 0; i < marker.length; i++) {
            if (marker[i] != b[from + i]) {
                return false;
            }
        }
        return true;
    }
}
