/** Loops over plain arrays and the elementary functions they need: the order of every sum is fixed here. */
package dev.odds.kernel;
