/** Typed columns from files. */
package dev.odds.table;
