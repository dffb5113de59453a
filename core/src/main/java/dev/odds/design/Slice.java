package dev.odds.design;

/**
 * The response of consecutive examples: for each, the weight of label 1 and the weight of label 0.
 *
 * <p>A labelled example with weight w is (w, 0) or (0, w); a grouped count is (successes, trials - successes); (0, 0) is
 * absent.
 *
 * @param success w1, the weight of label 1; read only
 * @param failure w0, the weight of label 0; read only
 * @param offset added to the logit, or null where there is none; read only
 * @param from position of the first example in the arrays
 * @param count the number of examples
 */
public record Slice(double[] success, double[] failure, double[] offset, int from, int count) {
    /** Numbers in a line of a cache. */
    private static final int LINE = 8;

    /**
     * Whether none of the examples [first, end) counts: neither label has weight. One number of each line is looked at first, which answers
     * it nearly always and has all the lines fetched together.
     */
    public boolean isAbsent(int first, int end) {
        double some = 0;
        for (int i = from + first; i < from + end; i += LINE) {
            some += success[i] + failure[i];
        }
        if (some > 0) {
            return false;
        }
        for (int i = from + first; i < from + end; i++) {
            if (success[i] + failure[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether each of the examples counts. */
    public boolean isFull() {
        for (int i = from; i < from + count; i++) {
            if (success[i] + failure[i] == 0) {
                return false;
            }
        }
        return true;
    }
}
