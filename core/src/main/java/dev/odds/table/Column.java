package dev.odds.table;

/** One named column of a table. */
public sealed interface Column permits NumericColumn, CategoricalColumn, TextColumn {
    String name();

    int rows();

    /** Whether the value of that row is missing. */
    boolean missing(int row);
}
