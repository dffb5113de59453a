package dev.odds.report;

import dev.odds.model.Facts;
import dev.odds.model.Model;
import java.io.IOException;

/** What a model file holds as a JSON document, for programs; its keys are described in docs/command-line.md. */
public final class ModelJson {
    private static final int SCHEMA = 1;

    private ModelJson() {}

    /** Writes the document. */
    public static String of(Model model) {
        return Json.document(json -> {
            Facts facts = model.facts();
            json.put("schema", SCHEMA)
                    .put("version", facts.version())
                    .put("source", facts.sample().source())
                    .put("target", model.labelling().target().expression())
                    .put("positive", model.labelling().positive())
                    .put("negative", model.labelling().negative());
            if (model.weights() != null) {
                json.put("weights", model.weights());
            }
            json.put("examples", facts.sample().examples())
                    .put("dropped", facts.sample().dropped())
                    .put("weight", facts.sample().weight())
                    .put("features", model.encoder().features().size());
            PenaltyJson.put(json, model);
            run(json, facts.run());
            json.object(
                    "separation",
                    inner -> inner.put("verdict", facts.separation().verdict())
                            .put("columns", facts.separation().columns()));
            PathJson.put(json, model);
            if (facts.covariance() != null) {
                json.put("covariance", facts.covariance().name());
            }
            String positive = model.labelling().positive();
            json.objects("coefficients", Estimates.of(model), (row, e) -> FitJson.coefficient(row, e, positive));
        });
    }

    private static void run(Json json, Facts.Run run) throws IOException {
        json.put("solver", run.solver())
                .put("iterations", run.iterations())
                .put("converged", run.converged())
                .object(
                        "certificate",
                        inner -> inner.put("kind", run.certificate())
                                .put("relativeGap", run.relativeGap())
                                .put("inStandardErrors", run.inStandardErrors()))
                .put("gradientNorm", run.gradientNorm())
                .put("loss", run.loss())
                .put("nullLoss", run.nullLoss())
                .put("fingerprint", run.fingerprint());
    }
}
