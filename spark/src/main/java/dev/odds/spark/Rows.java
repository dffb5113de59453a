package dev.odds.spark;

import java.io.Serializable;

/** What reading a partition gives. */
sealed interface Rows extends Serializable permits Chunk {}
