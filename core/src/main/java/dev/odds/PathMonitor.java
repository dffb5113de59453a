package dev.odds;

import dev.odds.optimize.Monitor;

/** Told of every iteration and of every fold of a path; may stop it. Folds call it from several threads. */
@FunctionalInterface
public interface PathMonitor extends Monitor {
    /** Lets every path go on. */
    PathMonitor NONE = progress -> true;

    /** Called where a fold is done. */
    default void folded(int done, int folds) {}
}
