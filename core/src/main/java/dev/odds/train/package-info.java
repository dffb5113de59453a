/** From a problem to a solution with a certificate; which solver when. */
package dev.odds.train;
