/** The command odds. */
package dev.odds.cli;
