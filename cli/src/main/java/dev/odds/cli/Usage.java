package dev.odds.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Help texts, and the parser that they come from. */
final class Usage {
    private static final int WIDTH = 100;

    private Usage() {}

    /** A parser of the words after the command's name. */
    static CommandLine parser(Command command) {
        CommandLine parser = new CommandLine(spec(command));
        parser.getCommandSpec().name("odds " + command.name());
        return configured(parser);
    }

    /** What odds alone says. */
    static String overview() {
        StringBuilder text =
                new StringBuilder("Logistic regression: from a table to a fitted, checked, saved model.\n\n");
        for (Command command : Commands.all()) {
            text.append("  odds %-12s%s\n".formatted(command.name(), command.purpose()));
        }
        return text.append("""

                        odds help COMMAND explains one of them; odds --version tells the version.
                        To begin: odds fit examples/birthwt.csv --target low
                        """).toString();
    }

    /** All commands under one name, for the completion script. */
    static CommandLine tree() {
        CommandSpec root = CommandSpec.create().name("odds");
        for (Command command : Commands.all()) {
            root.addSubcommand(command.name(), spec(command));
        }
        return new CommandLine(root);
    }

    private static CommandSpec spec(Command command) {
        CommandSpec spec = CommandSpec.create().name(command.name());
        spec.usageMessage()
                .description(command.purpose())
                .sortOptions(false)
                .sortSynopsis(false)
                .abbreviateSynopsis(true)
                .width(WIDTH)
                .adjustLineBreaksForWideCJKCharacters(true);
        spec.parser().collectErrors(false);
        command.declare(spec);
        spec.addOption(OptionSpec.builder("--debug")
                .description("show where an error came from")
                .build());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("this text")
                .build());
        return spec;
    }

    private static CommandLine configured(CommandLine parser) {
        return parser.setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
}
