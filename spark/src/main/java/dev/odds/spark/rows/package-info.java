/** From a dataset to chunks of numbers: columns are selected, rows checked and packed. */
package dev.odds.spark.rows;
