package dev.odds.optimize;

/** Told of every iteration; may stop the fit. */
@FunctionalInterface
public interface Monitor {
    /** Lets every fit go on. */
    Monitor NONE = progress -> true;

    /**
     * Called after each iteration, on the thread that fits.
     *
     * @return false to stop: the fit then ends where it is and says that it was cancelled
     */
    boolean proceed(Progress progress);
}
