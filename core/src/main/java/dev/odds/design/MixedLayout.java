package dev.odds.design;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Which features of mixed examples are numbers and which are levels. The features of a term are consecutive; every feature that
 * is no number belongs to a term.
 *
 * @param features d
 * @param numbers the features that are numbers, increasing
 * @param terms the first feature of each term of levels, increasing
 */
public record MixedLayout(int features, int[] numbers, int[] terms) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whether a scaling leaves every level at 0 or 1, as it must to be stored as a code. */
    boolean suits(Scaling scaling) {
        int next = 0;
        for (int j = 0; j < features; j++) {
            if (next < numbers.length && numbers[next] == j) {
                next++;
            } else if (scaling.center()[j] != 0 || scaling.scale()[j] != 1) {
                return false;
            }
        }
        return true;
    }

    /** The first level of its term for every level, the feature itself for every number. */
    int[] groups() {
        int[] groups = new int[features];
        for (int j = 0; j < features; j++) {
            int number = Arrays.binarySearch(numbers, j);
            int term = Arrays.binarySearch(terms, j);
            groups[j] = number >= 0 ? j : terms[term >= 0 ? term : -term - 2];
        }
        return groups;
    }

    /** The scaling of the numbers alone. */
    Scaling ofNumbers(Scaling scaling) {
        return new Scaling(gather(scaling.center(), 0), gather(scaling.scale(), 0));
    }

    /** The entries of the numbers in a vector that starts at {@code at}. */
    double[] gather(double[] v, int at) {
        double[] compact = new double[numbers.length];
        gather(v, at, compact, 0);
        return compact;
    }

    /** As above, written to {@code compact} from {@code to} on. */
    void gather(double[] v, int at, double[] compact, int to) {
        for (int j = 0; j < numbers.length; j++) {
            compact[to + j] = v[at + numbers[j]];
        }
    }

    /** The inverse of {@link #gather}: the other entries of {@code v} stay. */
    void scatter(double[] compact, int from, double[] v, int at) {
        for (int j = 0; j < numbers.length; j++) {
            v[at + numbers[j]] = compact[from + j];
        }
    }
}
