/** Minimises an objective; knows nothing of data. */
package dev.odds.optimize;
