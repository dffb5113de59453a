package dev.odds.table;

/**
 * What a piece of a LIBSVM file holds.
 *
 * @param labels one per row
 * @param rows the entries, their indices as the file writes them
 * @param least the smallest index, {@code Integer.MAX_VALUE} without entries
 * @param largest the largest index, -1 without entries
 */
record LibsvmPart(double[] labels, SparseRows rows, int least, int largest) {}
