package dev.odds.cli;

import java.util.List;

/** The commands there are. */
final class Commands {
    private Commands() {}

    static List<Command> all() {
        return List.of(
                new FitCommand(),
                new PathCommand(),
                new PredictCommand(),
                new EvaluateCommand(),
                new DiagnoseCommand(),
                new GradientCommand(),
                new InspectCommand(),
                new HelpCommand(),
                new CompletionCommand());
    }

    static Command find(String name) {
        for (Command command : all()) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        List<String> names = all().stream().map(Command::name).toList();
        throw new UsageException("there is no command %s%s; odds help lists the commands"
                .formatted(
                        name,
                        Suggestion.of(name, names)
                                .map(", did you mean "::concat)
                                .orElse("")));
    }
}
