package dev.odds.optimize;

/**
 * A loss by some of its variables, the others being 0: numbered from 0 in their order, and the bias, if there is one, last.
 *
 * @param loss by these
 * @param models of it
 * @param certifier bounds what is left of the loss plus a separable function of these
 */
public record Part(Objective loss, Models models, Certifier certifier) {}
