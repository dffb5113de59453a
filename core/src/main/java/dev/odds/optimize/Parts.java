package dev.odds.optimize;

/** Restricts a loss to some of its variables. */
public interface Parts {
    /**
     * The loss by some.
     *
     * @param variables increasing, the bias not among them; held, not copied
     * @param p what is added to it, by these; held, not copied
     */
    Part over(int[] variables, Separable p);
}
