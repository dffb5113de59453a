package dev.odds.cli;

import dev.odds.Assessment;
import dev.odds.design.Labelling;
import dev.odds.model.Model;
import dev.odds.report.EvaluationJson;
import dev.odds.report.EvaluationText;
import dev.odds.table.Data;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** Compares a model's predictions with the labels that came true. */
final class EvaluateCommand implements Command {
    private static final double THRESHOLD = 0.5;

    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    public String purpose() {
        return "log-loss, AUC, Brier score, calibration and confusion on labelled rows";
    }

    @Override
    public void declare(CommandSpec spec) {
        Options options = new Options(spec)
                .file("MODEL", "a model file written by odds fit")
                .file("DATA", "rows with the model's columns and its target; - for standard input")
                .number("--threshold", "T", "the lowest probability that predicts the positive label (default: 0.5)")
                .flag("--json", "print the result as JSON")
                .flag("--quiet", "no notes, warnings and progress")
                .flag("--strict", "a row that cannot be evaluated is an error");
        PathChoice.declare(options);
        DataOptions.declareReading(options);
    }

    @Override
    public int run(Arguments arguments, Streams streams) throws IOException {
        Streams told = arguments.has("--quiet") ? streams.quiet() : streams;
        double threshold = arguments.probability("--threshold", THRESHOLD);
        Model model = PathChoice.read(arguments.path(0), arguments, told);
        Input input = new Input(arguments.path(1));
        Data data = input.read(ModelColumns.reading(model, DataOptions.reading(arguments)), told);
        Assessment assessment = Assessment.of(model, data, threshold);
        if (assessment.skipped() > 0 && arguments.has("--strict")) {
            throw new UsageException("%s: %s".formatted(input.name(), skipped(assessment)));
        }
        Labelling labels = model.labelling();
        streams.out()
                .write(
                        arguments.has("--json")
                                ? EvaluationJson.of(assessment, labels.positive())
                                : EvaluationText.of(assessment, labels.positive(), labels.negative()));
        if (arguments.has("--json")) {
            assessment.notes().forEach(told::say);
        }
        if (assessment.skipped() > 0) {
            told.warn(skipped(assessment));
        }
        return 0;
    }

    private static String skipped(Assessment assessment) {
        return "%d rows have no label or no probability: a missing value, a level never seen in fitting, or contrary infinities"
                .formatted(assessment.skipped());
    }
}
