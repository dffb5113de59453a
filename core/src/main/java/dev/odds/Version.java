package dev.odds;

/** The release of Odds. */
public final class Version {
    private static final String CURRENT = "0.1.0";

    private Version() {}

    /** As in the model file and in {@code odds --version}. */
    public static String current() {
        return CURRENT;
    }
}
