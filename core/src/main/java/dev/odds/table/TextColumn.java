package dev.odds.table;

import java.util.BitSet;

/**
 * A text column of so many distinct values that none of them is stored: an identifier, a time, a remark.
 *
 * @param name the column's name
 * @param rows the number of rows
 * @param distinctAtLeast distinct values seen when the reader gave up storing them
 * @param missing the rows whose value is missing; held, not copied
 */
public record TextColumn(String name, int rows, int distinctAtLeast, BitSet missing) implements Column {
    @Override
    public boolean missing(int row) {
        return missing.get(row);
    }
}
