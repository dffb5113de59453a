/**
 * Typed columns from files.
 *
 * <p>The way of a file, one class a step: {@code Source} (stored bytes) - {@code TextInput} (UTF-8 text) -
 * {@code FormatGuess}, {@code DialectGuess}, {@code LayoutGuess} (what its beginning says) - {@code PieceCutter} (whole
 * records) - {@code Pipeline} (threads) - {@code CsvParser} or {@code LibsvmParser} (one piece) - {@code ColumnBuilder}
 * (one column) - {@link dev.odds.table.Table} or {@link dev.odds.table.SparseTable}. {@link
 * dev.odds.table.TableReader} and {@link dev.odds.table.TableStream} are the faces.
 */
package dev.odds.table;
