/** Odds: logistic regression for the JVM. */
package dev.odds;
