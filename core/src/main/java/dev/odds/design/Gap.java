package dev.odds.design;

/**
 * The rows that cannot be used because of one column.
 *
 * @param column the column
 * @param missing rows without a value
 * @param unknown rows with a level that was not there when the encoder was fitted
 * @param level one such level, or null where none is at hand
 */
public record Gap(String column, long missing, long unknown, String level) {}
