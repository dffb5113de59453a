package dev.odds.spark;

import dev.odds.table.InputException;
import java.util.function.Supplier;

/** Runs jobs of which the user hears, if anything, the sentence that is meant for him. */
final class Jobs {
    private Jobs() {}

    /**
     * Runs.
     *
     * @throws InputException if that is why a task failed
     */
    static <T> T run(Supplier<T> job) {
        try {
            return job.get();
        } catch (Exception failure) {
            throw told(failure);
        }
    }

    /** Spark throws checked exceptions that it does not declare. */
    private static RuntimeException told(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputException input) {
                return input;
            }
        }
        return Jobs.<RuntimeException>asItIs(failure);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException asItIs(Exception failure) throws E {
        throw (E) failure;
    }
}
