package dev.odds.cli;

import java.io.IOException;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a script that completes commands, options and file names. */
final class CompletionCommand implements Command {
    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String purpose() {
        return "a completion script for bash and zsh: source <(odds completion)";
    }

    @Override
    public void declare(CommandSpec spec) {}

    @Override
    public int run(Arguments arguments, Streams streams) throws IOException {
        streams.out().write(AutoComplete.bash("odds", Usage.tree()));
        return 0;
    }
}
