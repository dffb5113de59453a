package dev.odds.optimize;

/** Why a solver stopped. */
public enum Reason {
    CONVERGED("the certificate reached the tolerance"),
    PRECISION("no further progress is possible in double precision"),
    ITERATIONS("the limit of iterations was reached"),
    UNBOUNDED("the coefficients grow without end"),
    CANCELLED("it was cancelled");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** In words, to follow "stopped because". */
    public String sentence() {
        return sentence;
    }
}
