package dev.odds.kernel;

/**
 * Whether the machine has an instruction for {@code Math.fma}. Where it has none, x86 from before 2013, the JVM computes the same
 * bits from decimal numbers of any length, thousands of times slower.
 *
 * <p>No property of a JVM tells which it is, so one operation is timed. What is found chooses loops of equal bits and words for the
 * user, no number.
 */
final class Fusion {
    private static final int TRIALS = 16;

    /** In ns: an instruction takes a few, also interpreted and with the clock around it; a product of long decimals tens of thousands. */
    private static final long MOST = 2_000;

    /** Its decimals have 500 digits. */
    private static final double SMALL = 0x1.23456789abcdfp-450;

    private static final double LARGE = 0x1.fedcba987654dp450;

    private Fusion() {}

    /** The least of a few trials, so that a pause of the machine says nothing. */
    static boolean inHardware() {
        double x = LARGE;
        for (int trial = 0; trial < TRIALS; trial++) {
            long begin = System.nanoTime();
            x = Math.fma(x, SMALL, LARGE);
            if (System.nanoTime() - begin < MOST) {
                return x > 0;
            }
        }
        return false;
    }
}
