/** Coefficients and what they mean; prediction; the model file. */
package dev.odds.model;
