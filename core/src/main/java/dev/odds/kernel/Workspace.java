package dev.odds.kernel;

/**
 * Numbers that one loop after another writes over: memory that stays in the cache, where new arrays would sweep through it. For one
 * thread at a time; what is left in it means nothing.
 */
public final class Workspace {
    private double[] numbers = {};

    /** At least {@code length} numbers, of any value. */
    public double[] of(int length) {
        if (numbers.length < length) {
            numbers = new double[length];
        }
        return numbers;
    }
}
