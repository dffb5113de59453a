package dev.odds.evaluation;

import dev.odds.kernel.CompensatedSum;
import java.util.Arrays;

/** Several sums, each compensated. */
final class CompensatedSums {
    private final CompensatedSum[] sums;

    /** So many sums, all zero. */
    CompensatedSums(int count) {
        sums = new CompensatedSum[count];
        Arrays.setAll(sums, k -> new CompensatedSum());
    }

    /** Adds a term to sum k. */
    void add(int k, double term) {
        sums[k].add(term);
    }

    /** Sum k so far. */
    double get(int k) {
        return sums[k].value();
    }
}
