/** Standard errors, tests and intervals. */
package dev.odds.inference;
