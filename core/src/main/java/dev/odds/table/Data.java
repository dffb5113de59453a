package dev.odds.table;

/** What a file holds once it is read: a table of typed columns, or sparse rows with labels. */
public sealed interface Data permits Table, SparseTable {
    /** Where it came from, as the user named it. */
    String source();

    /** The number of examples. */
    int rows();
}
