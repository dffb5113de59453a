package dev.odds.report;

/** Names as they may be printed: they come from files, and a file may hold anything. */
final class Shown {
    private static final String GAP = "...";

    private Shown() {}

    /** Control characters become blanks, so that no name breaks a line or steers a terminal. */
    static String name(String name) {
        return name.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The name, its middle left out where it is longer than the width. */
    static String name(String name, int width) {
        String shown = name(name);
        int length = width(shown);
        if (length <= width) {
            return shown;
        }
        int kept = width - GAP.length();
        int head = shown.offsetByCodePoints(0, (kept + 1) / 2);
        int tail = shown.offsetByCodePoints(0, length - kept / 2);
        return shown.substring(0, head) + GAP + shown.substring(tail);
    }

    /** How many characters a text takes on a line. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
