package dev.odds.spark.loading;

/**
 * How examples are stored.
 *
 * @param center whether full columns may be centered, which needs a bias to take up the shift
 * @param float32 whether dense values are stored in half the memory
 */
public record Storage(boolean center, boolean float32) {}
