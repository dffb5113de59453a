package dev.odds.train;

import java.math.BigInteger;
import java.util.BitSet;

/**
 * A direction along which the loss falls for ever, verified in exact arithmetic: v^T x~_i is at least 0 for every example of
 * label 1, at most 0 for every one of label 0, so 0 where there is weight on both, and not 0 for all.
 *
 * @param v theta and, where there is one, the bias, on the user's scale, times a positive number that makes them whole
 * @param separated the examples of positive weight where v^T x~_i is not 0
 */
record Direction(BigInteger[] v, BitSet separated) {}
