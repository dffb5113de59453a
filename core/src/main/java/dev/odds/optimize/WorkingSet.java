package dev.odds.optimize;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which variables a model is over: those that are not 0 or that nothing holds at 0, and of the others those with the strongest derivatives, as far
 * as they are worth it. What is left out is looked at again at every point, so that nothing is lost but steps.
 */
final class WorkingSet {
    private static final int LEAST = 128;
    /** Derivatives of more than this part of the slope may exceed it soon (the strong rule looks ahead as far as lambda falls). */
    static final double NEAR = 0.7;

    private WorkingSet() {}

    /**
     * The variables.
     *
     * @param gradient of the loss at x; not modified
     * @param near the part of its slope that a derivative reaches to count
     */
    static int[] of(Separable p, double[] x, double[] gradient, double near) {
        int d = p.size();
        int[] set = new int[d];
        double[] keys = new double[d];
        int count = 0;
        int must = 0;
        for (int j = 0; j < d; j++) {
            double key = key(p, j, x[j], gradient[j], near);
            if (key > 0) {
                set[count] = j;
                keys[count++] = key;
                must += key == Double.POSITIVE_INFINITY ? 1 : 0;
            }
        }
        int most = must + Math.max(LEAST, must / 2);
        return count <= most ? Arrays.copyOf(set, count) : strongest(set, Arrays.copyOf(keys, count), most);
    }

    /** Those of a set with the largest keys; more where keys are equal. */
    private static int[] strongest(int[] set, double[] keys, int most) {
        double[] sorted = keys.clone();
        Arrays.sort(sorted);
        double least = sorted[sorted.length - most];
        return IntStream.range(0, keys.length)
                .filter(i -> keys[i] >= least)
                .map(i -> set[i])
                .toArray();
    }

    /** By how much the derivative exceeds this part of the slope in a direction that is open. */
    private static double key(Separable p, int j, double x, double derivative, double near) {
        if (x != 0 || p.isFree(j)) {
            return Double.POSITIVE_INFINITY;
        }
        double least = near * p.slope()[j];
        if (p.box() == null) {
            return Math.abs(derivative) - least;
        }
        double up = p.box().upper()[j] == 0 ? 0 : -derivative;
        double down = p.box().lower()[j] == 0 ? 0 : derivative;
        return Math.max(up, down) - least;
    }
}
