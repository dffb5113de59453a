/** Columns become encoded X in blocks; labels and weights become a response. */
package dev.odds.design;
