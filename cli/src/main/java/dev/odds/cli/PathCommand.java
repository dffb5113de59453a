package dev.odds.cli;

import dev.odds.LogisticRegression;
import dev.odds.PathFit;
import dev.odds.PathPlan;
import dev.odds.design.Roles;
import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.report.Circumstances;
import dev.odds.report.PathJson;
import dev.odds.report.PathText;
import dev.odds.table.Data;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Fits a whole regularisation path, lets cross-validation choose a lambda, and writes the model file. */
final class PathCommand implements Command {
    @Override
    public String name() {
        return "path";
    }

    @Override
    public String purpose() {
        return "the regularisation path, and the lambda that cross-validation chooses";
    }

    @Override
    public void declare(CommandSpec spec) {
        PathOptions.declare(new Options(spec));
    }

    @Override
    public int run(Arguments arguments, Streams streams) throws IOException {
        Stopwatch watch = new Stopwatch();
        Input input = new Input(arguments.path(0));
        ModelOptions output = ModelOptions.of(arguments, input);
        PathOptions options = PathOptions.of(arguments);
        Roles roles = DataOptions.roles(arguments);
        Streams told = output.quiet() ? streams.quiet() : streams;
        if (output.model() != null) {
            ModelFile.checkReplaceable(output.model());
        }
        Training training = Training.read(input, DataOptions.reading(arguments), roles, told);
        double read = watch.seconds();
        PathFit path = fit(options.regression(), options.plan(), training.data(), training.roles(), told);
        Model model = path.model();
        if (output.model() != null) {
            ModelFile.write(model, output.model());
        }
        List<String> notes = new ArrayList<>(path.data().notes());
        notes.addAll(path.notes());
        Circumstances around = new Circumstances(output.model(), read, watch.seconds(), null);
        streams.out()
                .write(
                        output.json()
                                ? PathJson.of(model, notes, path.warnings(), around)
                                : PathText.of(model, notes, around, output.all()));
        if (output.json()) {
            notes.forEach(told::say);
        }
        path.warnings().forEach(told::warn);
        return path.converged() ? 0 : Failure.NOT_CONVERGED;
    }

    /** A path under watch. */
    static PathFit fit(LogisticRegression regression, PathPlan plan, Data data, Roles roles, Streams streams) {
        try (Progress progress = new Progress(streams)) {
            return regression.path(data, roles, plan, new PathProgress(progress));
        }
    }
}
