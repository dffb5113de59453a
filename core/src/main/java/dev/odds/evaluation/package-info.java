/** Measures of labels, probabilities and weights. */
package dev.odds.evaluation;
