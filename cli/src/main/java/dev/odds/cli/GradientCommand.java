package dev.odds.cli;

import dev.odds.Derivation;
import dev.odds.Derivation.Convention;
import dev.odds.design.Roles;
import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.report.GradientJson;
import dev.odds.report.GradientText;
import dev.odds.table.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Shows every quantity of the derivation at given coefficients, each checked. */
final class GradientCommand implements Command {
    private static final List<String> CONVENTIONS = List.of("standard", "document");
    private static final List<String> SAID_BY_THE_MODEL = List.of(
            "--bias",
            "--positive",
            "--weights",
            "--sampling-weights",
            "--cluster",
            "--offset",
            "--only",
            "--drop",
            "--categorical",
            "--numeric",
            "--reference",
            "--missing");
    private static final int ROWS = 10;

    @Override
    public String name() {
        return "gradient";
    }

    @Override
    public String purpose() {
        return "Z, A, L, dL/dZ, dL/dtheta and dL/db at given coefficients, each checked";
    }

    @Override
    public void declare(CommandSpec spec) {
        Options options = new Options(spec)
                .file("DATA", "labelled rows; - for standard input")
                .text("--theta", "V,...|@FILE", "the coefficients, one for each feature")
                .number("--bias", "V", "the bias (default: 0)")
                .path("MODEL", "take the coefficients of this model instead", "--model")
                .choice("--convention", CONVENTIONS, "the set-up: as usual, or as the source document has it")
                .whole("--rows", "N", "how many examples are shown (default: 10)")
                .flag("--json", "print the result as JSON")
                .flag("--quiet", "no notes and progress");
        DataOptions.declareRoles(options);
        DataOptions.declareReading(options);
    }

    @Override
    public int run(Arguments arguments, Streams streams) throws IOException {
        if (arguments.has("--theta") == arguments.has("--model")) {
            throw new UsageException("expected either --theta and --bias, or --model");
        }
        int rows = arguments.count("--rows", 0, ROWS);
        Convention convention =
                Convention.valueOf(arguments.choice("--convention", CONVENTIONS).toUpperCase(Locale.ROOT));
        Streams told = arguments.has("--quiet") ? streams.quiet() : streams;
        LabelledRows labelled = rows(arguments, told);
        Derivation derivation = labelled.derivation(convention);
        streams.out()
                .write(
                        arguments.has("--json")
                                ? GradientJson.of(derivation, labelled.features())
                                : GradientText.of(derivation, labelled.features(), rows));
        labelled.notes().forEach(told::say);
        return 0;
    }

    private static LabelledRows rows(Arguments arguments, Streams streams) {
        Input input = new Input(arguments.path(0));
        Path file = arguments.file("--model");
        if (file != null) {
            Model model = ModelFile.read(file);
            checkRoles(arguments, model);
            ReadOptions reading = ModelColumns.reading(model, DataOptions.reading(arguments));
            return LabelledRows.of(model, input.read(reading, streams));
        }
        Roles roles = DataOptions.roles(arguments);
        Training training = Training.read(input, DataOptions.reading(arguments), roles, streams);
        double bias = arguments.has("--bias") ? arguments.number("--bias") : 0;
        return LabelledRows.of(training.data(), training.roles(), Theta.parse(arguments.text("--theta")), bias);
    }

    private static void checkRoles(Arguments arguments, Model model) {
        for (String option : SAID_BY_THE_MODEL) {
            if (arguments.has(option)) {
                throw new UsageException("found %s beside --model; the model says it, leave it out".formatted(option));
            }
        }
        String target = model.labelling().target().expression();
        if (arguments.has("--target") && !arguments.text("--target").strip().equals(target)) {
            throw new UsageException("--target is %s, but the model predicts %s; leave it out"
                    .formatted(arguments.text("--target"), target));
        }
    }
}
