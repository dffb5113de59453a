package dev.odds.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The levels of a column: distinct texts and their codes. */
final class Levels {
    /** By Unicode code points; {@code String.compareTo} puts those above U+FFFF before U+E000 to U+FFFF. */
    static final Comparator<String> CODE_POINT_ORDER = Levels::compare;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    int size() {
        return texts.size();
    }

    /** Replaces the codes of a part by codes of these levels, which its texts join. */
    void recode(TextPart part) {
        List<String> local = part.texts();
        int[] here = new int[local.size()];
        for (int i = 0; i < here.length; i++) {
            here[i] = local.get(i) == null ? -1 : code(local.get(i));
        }
        part.recode(here);
    }

    /** The levels in code-point order; the codes, which are modified, follow. */
    List<String> sort(int[] column) {
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort(CODE_POINT_ORDER);
        int[] order = new int[sorted.size()];
        for (int i = 0; i < order.length; i++) {
            order[codes.get(sorted.get(i))] = i;
        }
        replace(column, order);
        return sorted;
    }

    /** Replaces each code by what stands at its position; negative ones stay. */
    static void replace(int[] codes, int[] by) {
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] < 0 ? codes[i] : by[codes[i]];
        }
    }

    private int code(String text) {
        Integer known = codes.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    private static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean bothPaired = Character.isSurrogate(x) == Character.isSurrogate(y);
                return bothPaired ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
