/** Sums over the cluster: a design and a response whose blocks are elsewhere, and how parts of a sum travel and merge. */
package dev.odds.spark.sums;
