package dev.odds.design;

import java.util.ArrayList;
import java.util.List;

/** The terms of a table as numbers beside levels. */
final class TableMixture implements MixedExamples {
    private final List<NumericPart> numbers = new ArrayList<>();
    private final List<LevelPart> levels = new ArrayList<>();
    private final RowIndex rows;
    private final MixedLayout layout;

    TableMixture(List<Part> parts, RowIndex rows) {
        this.rows = rows;
        List<Integer> columns = new ArrayList<>();
        List<Integer> terms = new ArrayList<>();
        int feature = 0;
        for (Part part : parts) {
            if (part instanceof NumericPart numeric) {
                numbers.add(numeric);
                for (int j = 0; j < part.features(); j++) {
                    columns.add(feature + j);
                }
            } else {
                levels.add((LevelPart) part);
                terms.add(feature);
            }
            feature += part.features();
        }
        this.layout = new MixedLayout(feature, array(columns), array(terms));
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where there are levels, and the numbers are not mostly zeros that sparse rows would leave out. */
    static boolean suits(List<Part> parts, RowIndex rows, long stored) {
        long width = 0;
        boolean any = false;
        for (Part part : parts) {
            boolean levels = part instanceof LevelPart;
            width += levels ? 1 : part.features();
            any |= levels;
        }
        return any && width * rows.count() <= 2 * stored;
    }

    @Override
    public MixedLayout layout() {
        return layout;
    }

    @Override
    public void numbers(long first, int count, double[] out) {
        int at = 0;
        for (Part part : numbers) {
            part.dense(rows, (int) first, count, out, at, layout.numbers().length);
            at += part.features();
        }
    }

    @Override
    public void codes(long first, int count, int[] out) {
        for (int t = 0; t < levels.size(); t++) {
            levels.get(t).codes(rows, (int) first, count, layout.terms()[t], out, t * count);
        }
    }
}
