package dev.odds.cli;

/** The version of this command. */
final class Version {
    private Version() {}

    /** From the manifest of the jar; where classes are run without one, the word says so. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
