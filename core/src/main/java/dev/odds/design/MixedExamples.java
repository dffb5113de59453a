package dev.odds.design;

/** Examples of which some features are numbers and the others are levels: of each term an example has one level or none. */
public interface MixedExamples {
    /** Which features are which. */
    MixedLayout layout();

    /**
     * Reads the numbers of examples [first, first + count), unscaled.
     *
     * @param out overwritten: the numbers of one example after those of another
     */
    void numbers(long first, int count, double[] out);

    /**
     * Reads the levels of examples [first, first + count).
     *
     * @param out overwritten: term t of example i at [t * count + i], the feature of its level in X or -1 for none
     */
    void codes(long first, int count, int[] out);
}
