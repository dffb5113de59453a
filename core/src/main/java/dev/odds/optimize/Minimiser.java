package dev.odds.optimize;

/** Minimises a loss plus one separable function after another, each from where the last minimum was. */
public interface Minimiser {
    /** Minimises the loss plus p. */
    Outcome minimise(Separable p, Certifier certifier, Goal goal);

    /** The loss where it is. */
    Point point();
}
