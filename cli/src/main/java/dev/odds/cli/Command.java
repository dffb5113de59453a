package dev.odds.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** One command of odds, such as fit. */
interface Command {
    /** What users type. */
    String name();

    /** What it does, in a line. */
    String purpose();

    /** Adds the command's options and parameters. */
    void declare(CommandSpec spec);

    /**
     * Does the work.
     *
     * @return the exit code of the process, where nothing was thrown
     */
    int run(Arguments arguments, Streams streams) throws IOException;
}
