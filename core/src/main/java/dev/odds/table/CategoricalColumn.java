package dev.odds.table;

import java.util.List;

/**
 * A column of levels.
 *
 * @param name the column's name
 * @param codes one per row: the position in {@code levels}, -1 where missing, -2 where the
 *     text is none of them (only in pieces read by a {@link Schema}); held, not copied
 * @param levels the distinct values in code-point order
 */
public record CategoricalColumn(String name, int[] codes, List<String> levels) implements Column {
    public CategoricalColumn {
        levels = List.copyOf(levels);
    }

    @Override
    public int rows() {
        return codes.length;
    }

    @Override
    public boolean missing(int row) {
        return codes[row] < 0;
    }
}
