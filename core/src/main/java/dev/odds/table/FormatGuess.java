package dev.odds.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells LIBSVM's layout from delimited text: as the options say, else by the file's name, else by its first lines. */
final class FormatGuess {
    private static final int LINES = 20;
    private static final int TOKENS = 50;
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern LABEL = Pattern.compile("[-+0-9.eE,]+");
    private static final Pattern PAIR = Pattern.compile("(qid|[0-9]+):[-+0-9.eE]+");

    private FormatGuess() {}

    static ReadOptions.Format of(TextInput input, ReadOptions options) {
        if (options.format() != ReadOptions.Format.AUTO) {
            return options.format();
        }
        String name = input.name().toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (bare.endsWith(".libsvm") || bare.endsWith(".svm")) {
            return ReadOptions.Format.LIBSVM;
        }
        if (bare.endsWith(".tsv")) {
            return ReadOptions.Format.TSV;
        }
        return !bare.endsWith(".csv") && looksSparse(input) ? ReadOptions.Format.LIBSVM : ReadOptions.Format.CSV;
    }

    /** Whether each of the first lines has a label, and some have index:value pairs after it. */
    private static boolean looksSparse(TextInput input) {
        byte[] head = input.peek(LayoutGuess.SAMPLE);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        List<String> lines = text.lines()
                .limit(LINES)
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        boolean cut = head.length == LayoutGuess.SAMPLE
                && text.lines().limit(LINES + 1).count() <= LINES;
        List<String> whole = cut && lines.size() > 1 ? lines.subList(0, lines.size() - 1) : lines;
        return whole.stream().anyMatch(line -> line.indexOf(':') > 0)
                && whole.stream().allMatch(FormatGuess::isSparseRow);
    }

    /** Looks at the first tokens; the last of a split may be the rest of a long line. */
    private static boolean isSparseRow(String line) {
        String[] tokens = BLANKS.split(line, TOKENS);
        return LABEL.matcher(tokens[0]).matches()
                && Arrays.stream(tokens, 1, Math.max(1, Math.min(tokens.length, TOKENS - 1)))
                        .allMatch(token -> PAIR.matcher(token).matches());
    }
}
