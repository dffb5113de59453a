package dev.odds.report;

import dev.odds.Diagnosis;
import dev.odds.inference.Collinearity;
import java.io.IOException;

/** A diagnosis as a JSON document, for programs; its keys are described in docs/command-line.md. */
public final class DiagnosisJson {
    private static final int SCHEMA = 1;
    private static final int ROWS = 10;

    private DiagnosisJson() {}

    /** Writes the document. */
    public static String of(Diagnosis diagnosis) {
        return Json.document(json -> {
            json.put("schema", SCHEMA)
                    .put("positive", diagnosis.model().labelling().positive())
                    .put("rows", diagnosis.rows())
                    .put("diagnosed", diagnosis.diagnosed())
                    .put("notes", diagnosis.notes());
            if (diagnosis.collinearity().isPresent()) {
                json.put("parameters", diagnosis.parameters());
                collinearity(json, diagnosis.collinearity().get());
            }
            json.objects("largest", diagnosis.strongest(ROWS), (inner, row) -> row(inner, row, diagnosis.row(row)));
        });
    }

    private static void collinearity(Json json, Collinearity collinearity) throws IOException {
        json.put("conditionNumber", collinearity.conditionNumber())
                .objects(
                        "inflation",
                        collinearity.inflations(),
                        (row, inflation) -> row.put("column", inflation.column())
                                .put("coefficients", inflation.parameters())
                                .put("factor", inflation.factor())
                                .put("perCoefficient", inflation.perParameter()));
    }

    private static void row(Json json, int row, Diagnosis.Row told) throws IOException {
        json.put("row", row + 1)
                .put("probability", told.probability())
                .put("pearson", told.pearson())
                .put("deviance", told.deviance())
                .put("leverage", told.leverage())
                .putOrWord("cooks", told.cook())
                .putOrWord("devianceChange", told.devianceChange());
    }
}
