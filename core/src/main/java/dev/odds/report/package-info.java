/** Text and JSON of a fit. */
package dev.odds.report;
