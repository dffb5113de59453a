package dev.odds.report;

import dev.odds.Assessment;
import dev.odds.evaluation.Calibration;
import dev.odds.evaluation.Confusion;
import dev.odds.evaluation.Evaluation;
import java.io.IOException;

/** An evaluation as a JSON document, for programs; its keys are described in docs/command-line.md. */
public final class EvaluationJson {
    private static final int SCHEMA = 1;

    private EvaluationJson() {}

    /**
     * Writes the document.
     *
     * @param positive what label 1 is called
     */
    public static String of(Assessment assessment, String positive) {
        return Json.document(json -> {
            json.put("schema", SCHEMA)
                    .put("positive", positive)
                    .put("skipped", assessment.skipped())
                    .put("notes", assessment.notes());
            measures(json, assessment.evaluation());
        });
    }

    /** The measures as fields of the object that is open. */
    static void measures(Json json, Evaluation e) throws IOException {
        json.put("examples", e.examples())
                .put("weight", e.weight())
                .put("positives", e.positive())
                .put("negatives", e.negative())
                .putOrWord("logLoss", e.logLoss())
                .put("baselineLogLoss", e.baselineLogLoss())
                .putOrWord("logLossSkill", e.logLossSkill())
                .put("auc", e.auc())
                .put("brier", e.brier())
                .put("brierSkill", e.brierSkill())
                .object("calibration", inner -> calibration(inner, e.calibration()))
                .object("confusion", inner -> confusion(inner, e.confusion()));
    }

    private static void calibration(Json json, Calibration c) throws IOException {
        json.put("predicted", c.predicted())
                .put("observed", c.observed())
                .put("inTheLarge", c.inTheLarge())
                .put("expectedError", c.expectedError())
                .objects(
                        "bins",
                        c.bins(),
                        (row, bin) -> row.put("lower", bin.lower())
                                .put("upper", bin.upper())
                                .put("examples", bin.examples())
                                .put("weight", bin.weight())
                                .put("predicted", bin.predicted())
                                .put("observed", bin.observed()));
    }

    private static void confusion(Json json, Confusion c) throws IOException {
        json.put("threshold", c.threshold())
                .put("truePositive", c.truePositive())
                .put("falsePositive", c.falsePositive())
                .put("falseNegative", c.falseNegative())
                .put("trueNegative", c.trueNegative())
                .put("accuracy", c.accuracy())
                .put("precision", c.precision())
                .put("recall", c.recall())
                .put("specificity", c.specificity())
                .put("f1", c.f1());
    }
}
