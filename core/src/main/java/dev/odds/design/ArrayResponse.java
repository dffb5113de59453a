package dev.odds.design;

import dev.odds.kernel.ExactSum;
import dev.odds.table.InputException;
import java.util.BitSet;

/**
 * A response in memory, one number per example in each array; held, not copied.
 *
 * @param success w1, the weight of label 1, finite and not negative
 * @param failure w0, the weight of label 0, finite and not negative
 * @param offset added to the logit, or null
 * @param successes the sum of {@code success}
 * @param failures the sum of {@code failure}
 */
public record ArrayResponse(double[] success, double[] failure, double[] offset, double successes, double failures)
        implements Response {
    private static final long serialVersionUID = 1L;

    public ArrayResponse {
        if (success.length != failure.length || (offset != null && offset.length != success.length)) {
            throw new InputException(
                    "the response has %d weights of label 1, %d of label 0 and %d offsets; expected as many of each"
                            .formatted(success.length, failure.length, offset == null ? 0 : offset.length));
        }
    }

    /** Labels 0 or 1 (NaN refused), each of weight 1. */
    public static ArrayResponse of(double[] labels) {
        return of(labels, null, null);
    }

    /**
     * As above for labels that stay as they are while the response is in use: they are held, as the weights of label 1, and not
     * copied. Nothing branches by a label, which a CPU would guess wrong half the time.
     */
    public static ArrayResponse holding(double[] labels) {
        double[] failure = new double[labels.length];
        int ones = 0;
        for (int i = 0; i < labels.length; i++) {
            failure[i] = 1 - labels[i];
            if (!(labels[i] * failure[i] == 0)) {
                checkLabel(labels, i);
            }
            ones += (int) labels[i];
        }
        return new ArrayResponse(labels, failure, null, ones, labels.length - ones);
    }

    private static void checkLabel(double[] labels, int i) {
        if (labels[i] != 0 && labels[i] != 1) {
            throw new InputException("label %s of example %d: expected 0 or 1".formatted(labels[i], i + 1));
        }
    }

    /**
     * Labels with weights and offsets.
     *
     * @param labels 0 or 1
     * @param weights one per label, or null for 1
     * @param offset one per label, or null for 0
     */
    public static ArrayResponse of(double[] labels, double[] weights, double[] offset) {
        if (weights != null && weights.length != labels.length) {
            throw new InputException(
                    "found %d weights for %d labels; expected one for each".formatted(weights.length, labels.length));
        }
        double[] success = new double[labels.length];
        double[] failure = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            checkLabel(labels, i);
            double[] side = labels[i] == 1 ? success : failure;
            side[i] = weights == null ? 1 : weights[i];
        }
        return weighted(success, failure, offset);
    }

    /** Grouped counts: {@code successes[i]} of {@code trials[i]} examples alike have label 1. */
    public static ArrayResponse grouped(double[] successes, double[] trials, double[] offset) {
        if (trials.length != successes.length) {
            throw new InputException("found %d counts of trials for %d of successes; expected one for each"
                    .formatted(trials.length, successes.length));
        }
        double[] failure = new double[trials.length];
        for (int i = 0; i < trials.length; i++) {
            if (!(successes[i] <= trials[i])) {
                throw new InputException("example %d: %s successes of %s trials; expected no more than the trials"
                        .formatted(i + 1, successes[i], trials[i]));
            }
            failure[i] = trials[i] - successes[i];
        }
        return weighted(successes, failure, offset);
    }

    /** The two weights of each example as they are. */
    public static ArrayResponse weighted(double[] success, double[] failure, double[] offset) {
        return new ArrayResponse(success, failure, offset, total(success), total(failure));
    }

    /** The response of some of the examples, in the order of their numbers here. */
    public ArrayResponse only(int[] rows) {
        return weighted(gather(success, rows), gather(failure, rows), offset == null ? null : gather(offset, rows));
    }

    private static double[] gather(double[] numbers, int[] rows) {
        double[] some = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = numbers[rows[i]];
        }
        return some;
    }

    private static double total(double[] weights) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < weights.length; i++) {
            double w = weights[i];
            if (!(w >= 0 && w <= Double.MAX_VALUE)) {
                throw new InputException(
                        "weight %s of example %d: expected a finite number of at least 0".formatted(w, i + 1));
            }
            sum.add(w);
        }
        return sum.value();
    }

    @Override
    public long examples() {
        return success.length;
    }

    @Override
    public Slice slice(long first, int count) {
        return new Slice(success, failure, offset, (int) first, count);
    }

    @Override
    public boolean hasOffset() {
        return offset != null;
    }

    @Override
    public ArrayResponse withoutOffset() {
        return new ArrayResponse(success, failure, null, successes, failures);
    }

    @Override
    public ArrayResponse without(BitSet absent) {
        double[] s = success.clone();
        double[] f = failure.clone();
        for (int i = absent.nextSetBit(0); i >= 0; i = absent.nextSetBit(i + 1)) {
            s[i] = 0;
            f[i] = 0;
        }
        return weighted(s, f, offset);
    }
}
