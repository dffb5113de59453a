/** From chunks to stored blocks: rows are counted, cut into shards that the rows alone decide, and written once for a fit. */
package dev.odds.spark.loading;
