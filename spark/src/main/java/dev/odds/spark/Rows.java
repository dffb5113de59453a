package dev.odds.spark;

import java.io.Serializable;

/** What is read of a partition: examples, or why there are no more of them. */
sealed interface Rows extends Serializable permits Chunk, BadRow {}
