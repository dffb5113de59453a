package dev.odds.optimize;

import java.util.Arrays;

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
        double[] keys = new double[d];
        int must = 0;
        int may = 0;
        for (int j = 0; j < d; j++) {
            keys[j] = key(p, j, x[j], gradient[j], near);
            must += keys[j] == Double.POSITIVE_INFINITY ? 1 : 0;
            may += keys[j] > 0 ? 1 : 0;
        }
        int most = Math.min(d, must + Math.max(LEAST, must / 2));
        double least = may <= most ? 0 : least(keys, most);
        int[] set = new int[Math.min(d, may + 1)];
        int count = 0;
        for (int j = 0; j < d; j++) {
            set[count] = j;
            count += keys[j] > 0 && keys[j] >= least ? 1 : 0;
        }
        return Arrays.copyOf(set, count);
    }

    /** The key of which no more than {@code most} are larger, of more that are positive. */
    private static double least(double[] keys, int most) {
        double[] positive = Arrays.stream(keys).filter(key -> key > 0).toArray();
        Arrays.sort(positive);
        return positive[positive.length - most];
    }

    /** By how much the derivative exceeds this part of the slope in a direction that is open. */
    private static double key(Separable p, int j, double x, double derivative, double near) {
        if (x != 0 || p.isFree(j)) {
            return Double.POSITIVE_INFINITY;
        }
        double up = p.box() != null && p.box().upper()[j] == 0 ? 0 : -derivative;
        double down = p.box() != null && p.box().lower()[j] == 0 ? 0 : derivative;
        return Math.max(up, down) - near * p.slope()[j];
    }
}
