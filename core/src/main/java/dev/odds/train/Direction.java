package dev.odds.train;

import java.util.BitSet;

record Direction(double[] v, BitSet separated) {}
