package dev.odds.kernel;

/** Random numbers that belong to rows: from the number of the row and a seed alone, so that parts of the data can be dealt out. */
public final class RowHash {
    /** The increment of SplitMix64 (G. Steele, D. Lea and C. Flood, OOPSLA 2014). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private RowHash() {}

    /** A number in [0, 1): the output function of SplitMix64 at its state number {@code row}. */
    public static double uniform(long seed, long row) {
        long z = mix(seed) + (row + 1) * GOLDEN;
        return (mix(z) >>> 11) * 0x1p-53;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
