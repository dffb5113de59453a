package dev.odds.cli;

import dev.odds.Analysis;
import dev.odds.Assessment;
import dev.odds.Fit;
import dev.odds.LogisticRegression;
import dev.odds.PathFit;
import dev.odds.Statistics;
import dev.odds.design.Roles;
import dev.odds.evaluation.Evaluation;
import dev.odds.evaluation.Holdout;
import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.optimize.Monitor;
import dev.odds.report.Circumstances;
import dev.odds.report.FitJson;
import dev.odds.report.FitText;
import dev.odds.table.Data;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** Fits a model, prints its summary and writes the model file. */
final class FitCommand implements Command {
    private static final double THRESHOLD = 0.5;

    @Override
    public String name() {
        return "fit";
    }

    @Override
    public String purpose() {
        return "fit a model, print its summary, write a model file";
    }

    @Override
    public void declare(CommandSpec spec) {
        FitOptions.declare(new Options(spec));
    }

    @Override
    public int run(Arguments arguments, Streams streams) throws IOException {
        Stopwatch watch = new Stopwatch();
        Input input = new Input(arguments.path(0));
        ModelOptions output = ModelOptions.of(arguments, input);
        FitOptions options = FitOptions.of(arguments);
        Roles roles = DataOptions.roles(arguments);
        Streams told = output.quiet() ? streams.quiet() : streams;
        if (output.model() != null) {
            ModelFile.checkReplaceable(output.model());
        }
        Training training = Training.read(input, DataOptions.reading(arguments), roles, told);
        double read = watch.seconds();
        Holdout parts = options.holdout() == 0
                ? Holdout.none(training.data())
                : Holdout.of(training.data(), options.holdout(), options.seed());
        Analysis analysis = analyse(options, parts.fitted(), training.roles(), told);
        Statistics statistics = analysis.statistics(options.questions());
        Fit fit = analysis.fit();
        Model model = arguments.has("--store-covariance") ? analysis.modelWithCovariance() : fit.model();
        Evaluation holdout = parts.held() == null
                ? null
                : Assessment.of(model, parts.held(), THRESHOLD).evaluation();
        if (output.model() != null) {
            ModelFile.write(model, output.model());
        }
        Circumstances around = new Circumstances(output.model(), read, watch.seconds(), holdout);
        streams.out()
                .write(
                        output.json()
                                ? FitJson.of(fit, statistics, around)
                                : FitText.of(fit, statistics, around, output.all()));
        tell(fit, output, told);
        return code(fit, output);
    }

    private static Analysis analyse(FitOptions options, Data data, Roles roles, Streams streams) {
        LogisticRegression regression = options.regression();
        PathFit path =
                options.plan() == null ? null : PathCommand.fit(regression, options.plan(), data, roles, streams);
        try (Progress progress = new Progress(streams)) {
            Monitor monitor = step -> {
                progress.show("fitting  step %d  gradient %.0e".formatted(step.iteration(), step.gradientNorm()));
                return true;
            };
            return path == null ? regression.analyseConsuming(data, roles, monitor) : path.analyse(monitor);
        }
    }

    /** Notes are part of the summary; beside JSON they are told on standard error, as warnings always are. */
    private static void tell(Fit fit, ModelOptions output, Streams streams) {
        if (output.json()) {
            fit.notes().forEach(streams::say);
        }
        fit.warnings().forEach(streams::warn);
    }

    private static int code(Fit fit, ModelOptions output) {
        boolean strict = output.strict() && !fit.warnings().isEmpty();
        return fit.converged() && !strict ? 0 : Failure.NOT_CONVERGED;
    }
}
