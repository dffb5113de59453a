package dev.odds.cli;

import dev.odds.inference.Wald;
import dev.odds.model.Model;
import dev.odds.report.PredictionCsv;
import dev.odds.table.InputException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a probability and a label for each row, in memory that does not grow with the rows. */
final class PredictCommand implements Command {
    private static final double THRESHOLD = 0.5;

    @Override
    public String name() {
        return "predict";
    }

    @Override
    public String purpose() {
        return "a probability and a label for each row, as CSV";
    }

    @Override
    public void declare(CommandSpec spec) {
        Options options = new Options(spec)
                .file("MODEL", "a model file written by odds fit")
                .file("DATA", "rows with the columns of the model; - for standard input")
                .path("FILE", "where the predictions go (default: standard output, also -)", "-o", "--output")
                .flag("--keep", "write the columns of the input too")
                .number("--threshold", "T", "the lowest probability whose label is the positive one (default: 0.5)")
                .flag("--interval", "between what bounds each probability lies, too")
                .number("--level", "P", "coverage of the intervals (default: 0.95)")
                .flag("--quiet", "no warnings and progress")
                .flag("--strict", "a row without a probability is an error, and nothing is written");
        PathChoice.declare(options);
        DataOptions.declareReading(options);
    }

    @Override
    public int run(Arguments arguments, Streams streams) throws IOException {
        Input input = new Input(arguments.path(1));
        Streams told = arguments.has("--quiet") ? streams.quiet() : streams;
        Model model = PathChoice.read(arguments.path(0), arguments, told);
        double threshold = arguments.probability("--threshold", THRESHOLD);
        double level = level(arguments, model);
        Path file = arguments.file("-o");
        Output.checkNotRead(file, arguments.path(0), arguments.path(1));
        try (Output output = Output.to(file, arguments.has("--strict"), streams);
                Progress progress = new Progress(told)) {
            PredictionCsv csv = new PredictionCsv(output.writer(), model.labelling(), threshold, level > 0);
            Prediction prediction = new Prediction(model, csv, level, arguments.has("--keep"), progress);
            input.stream(DataOptions.reading(arguments), prediction.schema(), streams, prediction);
            String gaps = prediction.gaps();
            if (!gaps.isEmpty() && arguments.has("--strict")) {
                throw new InputException("%s: %s".formatted(input.name(), gaps));
            }
            output.commit();
            if (!gaps.isEmpty()) {
                told.warn(gaps);
            }
        }
        return 0;
    }

    /** The coverage of intervals, 0 where none are asked for. */
    private static double level(Arguments arguments, Model model) {
        if (!arguments.has("--interval")) {
            if (arguments.has("--level")) {
                throw new UsageException("found --level without --interval; expected both or neither");
            }
            return 0;
        }
        if (!model.hasCovariance()) {
            throw new InputException(
                    "%s: found no covariance, expected one for --interval: fit without a penalty, with --store-covariance where coefficients are many"
                            .formatted(arguments.path(0)));
        }
        return arguments.has("--level") ? arguments.share("--level") : Wald.DEFAULT_LEVEL;
    }
}
