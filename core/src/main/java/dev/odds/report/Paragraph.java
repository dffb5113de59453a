package dev.odds.report;

/** Sentences under a label, broken into lines. */
final class Paragraph {
    private static final int WIDTH = 100;
    private static final int LABEL = 14;

    private Paragraph() {}

    /** Prints the label and the text to its right; nothing where the text is empty. */
    static void print(String label, String text, StringBuilder out) {
        if (text.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder(label).append(" ".repeat(LABEL - label.length()));
        boolean first = true;
        for (String word : text.split(" ")) {
            if (!first && Shown.width(line.toString()) + 1 + Shown.width(word) > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(" ".repeat(LABEL));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        out.append(line).append('\n');
    }
}
