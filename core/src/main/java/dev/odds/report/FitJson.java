package dev.odds.report;

import dev.odds.Fit;
import dev.odds.Statistics;
import dev.odds.inference.Estimate;
import dev.odds.optimize.Certificate;
import java.io.IOException;

/** A fit as a JSON document, for programs; its keys are described in docs/command-line.md. */
public final class FitJson {
    private static final int SCHEMA = 1;

    private FitJson() {}

    /** Writes the document. */
    public static String of(Fit fit, Statistics statistics, Circumstances around) {
        return Json.document(json -> {
            head(json, fit, around);
            json.object("certificate", inner -> certificate(inner, fit.certificate()));
            json.put("gradientNorm", fit.gradientNorm());
            PathJson.put(json, fit.model());
            json.object("separation", inner -> separation(inner, fit.separation()));
            json.put("fingerprint", fit.fingerprint()).put("notes", fit.notes()).put("warnings", fit.warnings());
            measures(json, fit);
            StatisticsJson.measures(json, fit, statistics);
            json.object(
                    "seconds",
                    inner -> inner.put("read", around.readSeconds())
                            .put("fit", fit.seconds())
                            .put("total", around.totalSeconds()));
            if (around.holdout() != null) {
                json.object("holdout", inner -> EvaluationJson.measures(inner, around.holdout()));
            }
            String positive = fit.model().labelling().positive();
            json.objects("coefficients", statistics.coefficients(), (row, e) -> coefficient(row, e, positive));
            StatisticsJson.tables(json, statistics);
        });
    }

    private static void head(Json json, Fit fit, Circumstances around) throws IOException {
        json.put("schema", SCHEMA).put("version", fit.model().facts().version());
        if (around.model() != null) {
            json.put("model", around.model().toString());
        }
        json.put("examples", fit.examples())
                .put("dropped", fit.dropped())
                .put("features", fit.features())
                .put("positive", fit.model().labelling().positive())
                .put("weight", fit.weight())
                .put("observations", fit.observations());
        PenaltyJson.put(json, fit.model());
        json.put("solver", fit.solver())
                .put("iterations", fit.iterations())
                .put("converged", fit.converged())
                .put("reason", fit.reason());
    }

    private static void separation(Json json, Fit.Separated separation) throws IOException {
        json.put("verdict", separation.verdict().word());
        if (!separation.columns().isEmpty()) {
            json.put("kind", separation.complete() ? "complete" : "quasi-complete");
        }
        json.put("columns", separation.columns());
        if (!separation.columns().isEmpty()) {
            json.put(
                    "signs",
                    separation.signs().stream().map(s -> s > 0 ? "+" : "-").toList());
        }
    }

    private static void certificate(Json json, Certificate certificate) throws IOException {
        json.put("kind", certificate.kind().word())
                .put("relativeGap", certificate.relativeGap())
                .put("inStandardErrors", certificate.inStandardErrors());
    }

    private static void measures(Json json, Fit fit) throws IOException {
        json.put("loss", fit.loss())
                .put("nullLoss", fit.nullLoss())
                .put("objective", fit.objective())
                .put("logLikelihood", fit.logLikelihood())
                .put("deviance", fit.deviance())
                .put("nullDeviance", fit.nullDeviance())
                .put("aic", fit.aic())
                .put("bic", fit.bic());
    }

    static void coefficient(Json json, Estimate e, String positive) throws IOException {
        json.put("name", e.name()).put("class", positive);
        if (e.aliased()) {
            json.put("aliased", true);
            return;
        }
        json.putOrWord("estimate", e.estimate())
                .put("standardError", e.standardError())
                .put("z", e.z())
                .put("p", e.p());
        if (Double.isFinite(e.estimate())) {
            json.put("oddsRatio", e.oddsRatio());
        }
        json.putOrWord("lower", e.lower())
                .putOrWord("upper", e.upper())
                .putOrWord("estimateLower", e.estimateLower())
                .putOrWord("estimateUpper", e.estimateUpper());
    }
}
