package dev.odds.table;

import java.util.List;
import java.util.Map;

/**
 * Some consecutive rows of a file.
 *
 * @param rows a {@link Table} with the columns of the schema in its order, or a {@link SparseTable}
 * @param header the names of all columns of the file; empty for a LIBSVM file
 * @param texts where the schema asks for them, each row's fields as text, blanks around unquoted ones trimmed; else
 *     empty, as for a LIBSVM file
 * @param unknown by column, the texts that are none of the given levels, with the rows that hold them
 */
public record TablePiece(
        Data rows, List<String> header, List<List<String>> texts, Map<String, Map<String, Integer>> unknown) {}
