package dev.odds.table;

import java.util.List;

/**
 * Labelled sparse rows, as LIBSVM files hold them.
 *
 * @param source where the table came from, as the user named it
 * @param labels the label of each row, as a number
 * @param chunks the rows in order
 * @param names one per feature: the index as the file writes it; the name of feature j is names.get(j)
 */
public record SparseTable(String source, double[] labels, List<SparseRows> chunks, List<String> names) implements Data {
    public SparseTable {
        chunks = List.copyOf(chunks);
        names = names instanceof IndexNames ? names : List.copyOf(names);
    }

    @Override
    public int rows() {
        return labels.length;
    }

    /** d, the number of features. */
    public int features() {
        return names.size();
    }
}
