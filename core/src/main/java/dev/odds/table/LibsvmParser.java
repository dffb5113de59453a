package dev.odds.table;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Parses a piece of a LIBSVM file: a line holds a label and then entries {@code index:value}, the indices increasing;
 * what follows a {@code #} is a comment.
 */
final class LibsvmParser {
    /** The shortest entry, a blank and {@code 1:1}, takes four characters. */
    private static final int SHORTEST_ENTRY = 4;

    private static final int LARGEST_INDEX = Integer.MAX_VALUE - 8;

    private final TextPiece piece;
    private final char[] b;
    private final int end;
    private final double[] labels;
    private final int[] starts;
    private final int[] indices;
    private final double[] values;
    private int at;
    private int rows;
    private int entries;
    private int least = Integer.MAX_VALUE;
    private int largest = -1;
    private boolean ones = true;

    private LibsvmParser(TextPiece piece) {
        this.piece = piece;
        CharBuffer chars = Utf8Reader.decode(piece);
        b = chars.array();
        end = chars.limit();
        labels = new double[piece.lines()];
        starts = new int[piece.lines() + 1];
        indices = new int[end / SHORTEST_ENTRY + 1];
        values = new double[indices.length];
    }

    static LibsvmPart parse(TextPiece piece) {
        return new LibsvmParser(piece).parse();
    }

    private LibsvmPart parse() {
        while (at < end) {
            line();
        }
        SparseRows sparse = new SparseRows(
                Arrays.copyOf(starts, rows + 1),
                Arrays.copyOf(indices, entries),
                ones ? null : Arrays.copyOf(values, entries));
        return new LibsvmPart(Arrays.copyOf(labels, rows), sparse, least, largest);
    }

    private void line() {
        if (hasToken()) {
            labels[rows] = label();
            for (int last = -1; hasToken(); ) {
                last = entry(last);
            }
            starts[++rows] = entries;
        }
        while (at < end && !isLineEnd(b[at])) {
            at++;
        }
        at++;
    }

    /** Skips blanks; whether something other than a comment follows on the line. */
    private boolean hasToken() {
        while (at < end && isBlank(b[at])) {
            at++;
        }
        return at < end && !isLineEnd(b[at]) && b[at] != '#';
    }

    private double label() {
        int from = at;
        double label = number(tokenEnd(at));
        if (Double.isNaN(label)) {
            throw fault(from, "found the label '%s', expected a number".formatted(token(from)));
        }
        return label;
    }

    private int entry(int last) {
        int from = at;
        long index = 0;
        for (; at < end && b[at] >= '0' && b[at] <= '9' && index <= LARGEST_INDEX; at++) {
            index = 10 * index + (b[at] - '0');
        }
        if (at == from || at == end || b[at] != ':') {
            throw badEntry(from, index);
        }
        if (index <= last || index > LARGEST_INDEX) {
            throw badIndex(from, index, last);
        }
        at++;
        double value = number(tokenEnd(at));
        if (Double.isNaN(value)) {
            throw fault(from, "found '%s', expected index:value with a number as value".formatted(token(from)));
        }
        ones &= value == 1;
        least = Math.min(least, (int) index);
        largest = Math.max(largest, (int) index);
        indices[entries] = (int) index;
        values[entries++] = value;
        return (int) index;
    }

    /** The number from here to there; moves there. NaN where there is none. */
    private double number(int to) {
        double value = Decimals.parse(b, at, to);
        if (Double.isInfinite(value)) {
            throw fault(at, "found %s, expected a number below 1.8e308 in size".formatted(token(at)));
        }
        at = to;
        return value;
    }

    private InputException badEntry(int from, long index) {
        String token = token(from);
        if (token.startsWith("qid:")) {
            return fault(
                    from,
                    "found '%s', a query of a ranking problem, expected index:value; rankings are not for logistic regression"
                            .formatted(token));
        }
        return index > LARGEST_INDEX
                ? badIndex(from, index, -1)
                : fault(from, "found '%s', expected index:value with an index from 0 on".formatted(token));
    }

    private InputException badIndex(int from, long index, int last) {
        if (index > LARGEST_INDEX) {
            return fault(from, "found '%s', expected an index of at most %d".formatted(token(from), LARGEST_INDEX));
        }
        return fault(
                from,
                "found index %d after index %d, expected increasing indices; sort the entries of the row"
                        .formatted(index, last));
    }

    private InputException fault(int from, String sentence) {
        int bytes = new String(b, 0, from).getBytes(StandardCharsets.UTF_8).length;
        return piece.fault(bytes, sentence);
    }

    private String token(int from) {
        return new String(b, from, tokenEnd(from) - from);
    }

    private int tokenEnd(int from) {
        int to = from;
        while (to < end && !endsToken(b[to])) {
            to++;
        }
        return to;
    }

    private static boolean endsToken(char c) {
        return isBlank(c) || isLineEnd(c) || c == '#';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
