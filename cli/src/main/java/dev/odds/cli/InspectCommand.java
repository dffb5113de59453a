package dev.odds.cli;

import dev.odds.model.Model;
import dev.odds.report.ModelJson;
import dev.odds.report.ModelText;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what a model file holds. */
final class InspectCommand implements Command {
    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public String purpose() {
        return "what a model file holds";
    }

    @Override
    public void declare(CommandSpec spec) {
        Options options = new Options(spec)
                .file("MODEL", "a model file written by odds fit")
                .flag("--json", "print the result as JSON")
                .flag("--all", "show all coefficients, however many");
        PathChoice.declare(options);
    }

    @Override
    public int run(Arguments arguments, Streams streams) throws IOException {
        Model model = PathChoice.read(arguments.path(0), arguments, streams);
        streams.out()
                .write(arguments.has("--json") ? ModelJson.of(model) : ModelText.of(model, arguments.has("--all")));
        return 0;
    }
}
