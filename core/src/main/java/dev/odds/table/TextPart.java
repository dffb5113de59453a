package dev.odds.table;

import java.util.Arrays;
import java.util.List;

/** Text: codes into the distinct texts of the piece, -1 where missing. */
final class TextPart implements Part {
    private final Cursor at;
    private final MissingMarkers markers;
    private Dictionary dictionary = new Dictionary();
    private boolean[] isMissing = new boolean[16];
    private int[] codes;

    TextPart(Cursor at, MissingMarkers markers, int capacity) {
        this.at = at;
        this.markers = markers;
        codes = new int[capacity];
    }

    @Override
    public void add(char[] b, int from, int to) {
        int known = dictionary.size();
        int position = dictionary.position(b, from, to);
        if (position == known) {
            if (position == isMissing.length) {
                isMissing = Arrays.copyOf(isMissing, 2 * position);
            }
            isMissing[position] = markers.matches(b, from, to);
        }
        codes[at.row] = isMissing[position] ? -1 : position;
    }

    @Override
    public void end(int rows) {
        codes = codes.length == rows ? codes : Arrays.copyOf(codes, rows);
    }

    boolean missing(int row) {
        return codes[row] < 0;
    }

    int[] codes() {
        return codes;
    }

    /** The distinct texts; those that mean a missing value are null. */
    List<String> texts() {
        List<String> texts = dictionary.texts();
        for (int i = 0; i < texts.size(); i++) {
            if (isMissing[i]) {
                texts.set(i, null);
            }
        }
        return texts;
    }

    /** Replaces each code by what stands at its position, and forgets the texts. */
    void recode(int[] by) {
        Levels.replace(codes, by);
        dictionary = null;
        isMissing = null;
    }
}
