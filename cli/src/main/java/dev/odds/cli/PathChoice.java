package dev.odds.cli;

import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.model.ModelPath;
import dev.odds.table.InputException;
import java.nio.file.Path;

/** Reads a model, and takes it at the lambda of its path that the user names. */
final class PathChoice {
    private static final double EQUAL = 1e-6;

    private PathChoice() {}

    static void declare(Options options) {
        options.text("--lambda", "L|min|1se", "take the model of this lambda of its path, the nearest there is");
    }

    /** The model in a file, at the lambda asked for. */
    static Model read(Path file, Arguments arguments, Streams streams) {
        Model model = ModelFile.read(file);
        if (!arguments.has("--lambda")) {
            return model;
        }
        if (model.facts().path() == null) {
            throw new InputException(
                    "%s: found a model without a path, expected one for --lambda: fit it with odds path or with fit --lambda auto"
                            .formatted(file));
        }
        String asked = arguments.text("--lambda");
        return model.at(
                switch (asked) {
                    case "min" -> validation(model, file).min();
                    case "1se" -> validation(model, file).oneStandardError();
                    default -> nearest(model.path(), asked, streams);
                });
    }

    private static ModelPath.Validation validation(Model model, Path file) {
        if (model.path().validation() == null) {
            throw new InputException(
                    "%s: found a path without cross-validation, expected it for --lambda min and 1se: give a number, or fit the path with --folds"
                            .formatted(file));
        }
        return model.path().validation();
    }

    private static int nearest(ModelPath path, String asked, Streams streams) {
        double lambda = Numeral.parse(asked);
        if (!(lambda > 0)) {
            throw new UsageException("--lambda is %s; expected a number above 0, min or 1se".formatted(asked));
        }
        int point = path.nearest(lambda);
        double taken = path.points().get(point).lambda();
        if (Math.abs(taken - lambda) > EQUAL * lambda) {
            streams.say("took lambda %s, the nearest of the path to %s".formatted(taken, asked));
        }
        return point;
    }
}
