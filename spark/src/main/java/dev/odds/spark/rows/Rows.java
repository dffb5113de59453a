package dev.odds.spark.rows;

import java.io.Serializable;

/** What is read of a partition: examples, or why there are no more of them. */
public sealed interface Rows extends Serializable permits Chunk, BadRow {}
