package dev.odds.report;

import dev.odds.model.Facts;
import dev.odds.model.Model;
import dev.odds.model.ModelPath;
import dev.odds.model.ModelPath.Point;
import dev.odds.model.ModelPath.Validation;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** A path of models as a JSON document, for programs; its keys are described in docs/command-line.md. */
public final class PathJson {
    private static final int SCHEMA = 1;

    private PathJson() {}

    /**
     * Writes the document.
     *
     * @param model the chosen one, with its path
     * @param notes what was decided on the way
     * @param warnings what must not be overlooked
     */
    public static String of(Model model, List<String> notes, List<String> warnings, Circumstances around) {
        return Json.document(json -> {
            Facts facts = model.facts();
            json.put("schema", SCHEMA).put("version", facts.version());
            if (around.model() != null) {
                json.put("model", around.model().toString());
            }
            json.put("examples", facts.sample().examples())
                    .put("dropped", facts.sample().dropped())
                    .put("features", model.encoder().features().size())
                    .put("positive", model.labelling().positive())
                    .put("weight", facts.sample().weight());
            PenaltyJson.put(json, model);
            json.put("nullLoss", facts.run().nullLoss())
                    .put("fingerprint", facts.run().fingerprint())
                    .put("notes", notes)
                    .put("warnings", warnings);
            put(json, model);
            json.object(
                    "seconds", inner -> inner.put("read", around.readSeconds()).put("total", around.totalSeconds()));
            String positive = model.labelling().positive();
            json.objects("coefficients", Estimates.of(model), (row, e) -> FitJson.coefficient(row, e, positive));
        });
    }

    /** Writes the path of a model and which lambda was chosen; nothing where it has none. */
    static void put(Json json, Model model) throws IOException {
        ModelPath path = model.facts().path();
        if (path == null) {
            return;
        }
        List<String> names = model.encoder().features();
        json.put("chosen", lambda(path, path.chosen())).put("rule", path.rule()).put("gamma", path.gamma());
        json.objects("path", path.points(), (row, point) -> point(row, point, names));
        if (path.validation() != null) {
            json.object("crossValidation", inner -> validation(inner, path));
        }
    }

    private static void point(Json json, Point point, List<String> names) throws IOException {
        Facts.Run run = point.run();
        json.put("lambda", point.lambda())
                .put("nonZeros", point.features().length)
                .put("explained", point.explained())
                .put("loss", run.loss())
                .put("relativeGap", run.relativeGap())
                .put("kind", run.certificate())
                .put("converged", run.converged())
                .put("iterations", run.iterations());
        List<Integer> order = IntStream.range(-point.bias().length, point.features().length)
                .boxed()
                .toList();
        json.objects(
                "coefficients",
                order,
                (row, k) -> row.put("name", k < 0 ? Model.BIAS : names.get(point.features()[k]))
                        .put("estimate", k < 0 ? point.bias()[0] : point.values()[k]));
    }

    private static void validation(Json json, ModelPath path) throws IOException {
        Validation validation = path.validation();
        json.put("folds", validation.folds()).put("seed", validation.seed()).put("measure", validation.measure());
        for (ModelPath.Curve curve : validation.curves()) {
            json.object(
                    curve.measure(), inner -> inner.put("mean", curve.mean()).put("error", curve.error()));
        }
        json.put("min", lambda(path, validation.min()))
                .put("oneStandardError", lambda(path, validation.oneStandardError()));
    }

    private static double lambda(ModelPath path, int point) {
        return path.points().get(point).lambda();
    }
}
