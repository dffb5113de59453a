package dev.odds.design;

import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.Schema;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import java.util.List;

/** How rows become columns of X: fitted once, then the same for whatever rows come later. Immutable. */
public sealed interface Encoder permits TableEncoder, SparseEncoder {
    /** The names of the features, in their order in X. */
    List<String> features();

    /** Which features belong to one column, in their order: each feature to one. */
    List<Span> spans();

    /** What a reader of pieces must read for {@link #encode}. */
    List<Schema.Field> fields();

    /**
     * Every row of {@code data} as an example, also the rows that cannot be used.
     *
     * <p>What a row becomes depends on that row alone, so a table may be encoded in pieces; a piece may hold code -2 for a
     * level that its reader did not know.
     *
     * @throws InputException if a column is not there, or is not of its kind
     */
    Encoding encode(Data data);

    /**
     * Decides from {@code data} which rows and columns count and what their features are; O(rows x columns), nothing copied
     * but where columns change their kind.
     *
     * @throws InputException if the roles do not suit the data, or no row or no feature is left
     */
    static Encoded fit(Data data, Roles roles) {
        return data instanceof Table table
                ? new TableFit(table, roles).encoded()
                : SparseEncoder.fit((SparseTable) data, roles);
    }
}
