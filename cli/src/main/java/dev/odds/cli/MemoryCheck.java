package dev.odds.cli;

import dev.odds.table.Forecast;

/** Tells before a file is read that it will not fit into memory. */
final class MemoryCheck {
    /** A value takes 8 bytes, in the table or in X; what a table does not store as X does is held twice for a while. */
    private static final double BYTES_PER_VALUE = 8;

    /** Labels, weights, logits and what is kept beside them. */
    private static final double BYTES_PER_ROW = 40;

    private static final double MEGABYTE = 1 << 20;

    private MemoryCheck() {}

    /** Refuses what is forecast to take more than the heap may. */
    static void fits(String name, Forecast forecast) {
        double needed = forecast.values() * BYTES_PER_VALUE + forecast.rows() * BYTES_PER_ROW;
        double most = Runtime.getRuntime().maxMemory();
        if (needed > most) {
            throw new MemoryException("%s holds about %.0f rows and %.0f values, for which a fit needs some %.0f MB; %s"
                    .formatted(name, forecast.rows(), forecast.values(), needed / MEGABYTE, Failure.memoryAdvice()));
        }
    }
}
