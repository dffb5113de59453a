package dev.odds.table;

import java.util.List;

/**
 * What a piece of delimited text holds.
 *
 * @param rows the number of rows
 * @param parts one per column of the text
 * @param numbers of the parts that are numbers
 * @param texts where asked for, each row's fields as text; else empty
 */
record CsvPart(int rows, Part[] parts, PieceNumbers numbers, List<List<String>> texts) {}
