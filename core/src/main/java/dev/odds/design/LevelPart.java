package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codes of a categorical column, each turned into the position of its feature. */
final class LevelPart implements Part {
    /** No feature: the reference, a level unknown to the term, a missing value. */
    private static final int REFERENCE = -1;

    private static final int UNKNOWN = -2;
    private static final int ABSENT = -3;

    private final CategoricalTerm term;
    private final CategoricalColumn column;
    /** The feature of code c at [c + 2]: codes start at -2, a level unknown to whoever read the column. */
    private final int[] features;

    private final long stored;

    LevelPart(CategoricalTerm term, CategoricalColumn column, RowIndex rows) {
        this.term = term;
        this.column = column;
        this.features = features(term, column.levels());
        long count = 0;
        for (int i = 0; i < rows.count(); i++) {
            count += feature(rows.row(i)) >= 0 ? 1 : 0;
        }
        this.stored = count;
    }

    private static int[] features(CategoricalTerm term, List<String> levels) {
        Map<String, Integer> positions = positions(term.levels());
        int[] features = new int[levels.size() + 2];
        features[0] = UNKNOWN;
        features[1] = term.fill() < 0 ? ABSENT : term.feature(term.fill());
        for (int code = 0; code < levels.size(); code++) {
            String level = levels.get(code);
            Integer position = positions.get(level);
            if (position == null) {
                position = positions.get(canonical(level));
            }
            features[code + 2] = position == null ? UNKNOWN : term.feature(position);
        }
        return features;
    }

    /** Where each level is in the term, under its own text and, for a number, under that number's shortest text. */
    private static Map<String, Integer> positions(List<String> levels) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            positions.put(levels.get(i), i);
        }
        for (int i = 0; i < levels.size(); i++) {
            positions.putIfAbsent(canonical(levels.get(i)), i);
        }
        return positions;
    }

    private static String canonical(String level) {
        double number = Numbers.parse(level);
        return Double.isNaN(number) ? level : Numbers.text(number);
    }

    private int feature(int row) {
        return features[column.codes()[row] + 2];
    }

    @Override
    public int features() {
        return term.levels().size() - 1;
    }

    @Override
    public long stored() {
        return stored;
    }

    @Override
    public boolean valued() {
        return false;
    }

    @Override
    public Gap gap(boolean[] usable) {
        long missing = 0;
        long unknown = 0;
        String level = null;
        for (int row = 0; row < usable.length; row++) {
            int feature = feature(row);
            if (feature < REFERENCE) {
                usable[row] = false;
                missing += feature == ABSENT ? 1 : 0;
                unknown += feature == UNKNOWN ? 1 : 0;
                int code = column.codes()[row];
                level = level == null && code >= 0 ? column.levels().get(code) : level;
            }
        }
        return missing + unknown == 0 ? null : new Gap(term.column(), missing, unknown, level);
    }

    @Override
    public void dense(RowIndex rows, int first, int count, double[] out, int at, int stride) {
        int width = features();
        for (int i = 0, to = at; i < count; i++, to += stride) {
            for (int j = to; j < to + width; j++) {
                out[j] = 0;
            }
            int feature = feature(rows.row(first + i));
            if (feature >= 0) {
                out[to + feature] = 1;
            }
        }
    }

    /**
     * Writes the level of the rows at positions [first, first + count).
     *
     * @param base the position of its first feature in X
     * @param out overwritten: the feature of example i in X at out[at + i], -1 where it has none
     */
    void codes(RowIndex rows, int first, int count, int base, int[] out, int at) {
        for (int i = 0; i < count; i++) {
            int feature = feature(rows.row(first + i));
            out[at + i] = feature >= 0 ? base + feature : -1;
        }
    }

    @Override
    public void count(RowIndex rows, int first, int count, int[] counts) {
        for (int i = 0; i < count; i++) {
            counts[i + 1] += feature(rows.row(first + i)) >= 0 ? 1 : 0;
        }
    }

    @Override
    public void sparse(RowIndex rows, int first, int count, int base, int[] next, int[] into, double[] out) {
        for (int i = 0; i < count; i++) {
            int feature = feature(rows.row(first + i));
            if (feature >= 0) {
                into[next[i]] = base + feature;
                if (out != null) {
                    out[next[i]] = 1;
                }
                next[i]++;
            }
        }
    }
}
