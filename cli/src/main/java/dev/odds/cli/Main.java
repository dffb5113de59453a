package dev.odds.cli;

import dev.odds.Version;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command odds: finds the command that is meant, runs it, and tells the outcome as an exit code. */
public final class Main {
    private static final String DEBUG = "--debug";

    private Main() {}

    /**
     * Runs one command and ends the process with 0 done, 1 not converged, 2 wrong usage or bad input, 3 anything else, 141
     * the reader of the output went away.
     */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        Streams streams = Streams.ofProcess();
        int code = run(List.of(args), streams);
        streams.err().flush();
        System.exit(code);
    }

    private static int run(List<String> args, Streams streams) {
        try {
            int code = dispatch(args, streams);
            streams.out().flush();
            return code;
        } catch (Exception | Error e) {
            Failure failure = Failure.of(e);
            if (!failure.sentence().isEmpty()) {
                streams.say(failure.sentence());
            }
            if (args.contains(DEBUG) || System.getenv("ODDS_DEBUG") != null) {
                e.printStackTrace(streams.err());
            }
            return failure.code();
        }
    }

    private static int dispatch(List<String> args, Streams streams) throws IOException {
        if (args.isEmpty()) {
            streams.err().print(Usage.overview());
            return Failure.USAGE;
        }
        String name = args.get(0);
        switch (name) {
            case "-h", "--help" -> streams.out().write(Usage.overview());
            case "-V", "--version" -> streams.out().write("odds " + Version.current() + "\n");
            default -> {
                return run(Commands.find(name), args.subList(1, args.size()), streams);
            }
        }
        return 0;
    }

    private static int run(Command command, List<String> args, Streams streams) throws IOException {
        CommandLine parser = Usage.parser(command);
        ParseResult line = parser.parseArgs(args.toArray(String[]::new));
        if (line.isUsageHelpRequested()) {
            streams.out().write(parser.getUsageMessage());
            return 0;
        }
        return command.run(new Arguments(line), streams);
    }
}
