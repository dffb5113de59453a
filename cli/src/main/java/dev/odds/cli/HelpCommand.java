package dev.odds.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Explains a command, or lists them. */
final class HelpCommand implements Command {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public String purpose() {
        return "explain a command";
    }

    @Override
    public void declare(CommandSpec spec) {
        new Options(spec).optional("COMMAND", "the command to explain");
    }

    @Override
    public int run(Arguments arguments, Streams streams) throws IOException {
        Optional<String> name = arguments.word(0);
        String text = name.isPresent() ? Usage.parser(Commands.find(name.get())).getUsageMessage() : Usage.overview();
        streams.out().write(text);
        return 0;
    }
}
