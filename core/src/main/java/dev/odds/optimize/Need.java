package dev.odds.optimize;

/** What an evaluation is to give: each holds what stands before it. */
public enum Need {
    VALUE,
    GRADIENT,
    HESSIAN;

    /** Whether an evaluation for this gives {@code other} too. */
    public boolean gives(Need other) {
        return compareTo(other) >= 0;
    }
}
