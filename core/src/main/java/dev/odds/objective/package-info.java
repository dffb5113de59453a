/** Losses and their sums over a design; penalties. */
package dev.odds.objective;
