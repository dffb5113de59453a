package dev.odds.report;

import dev.odds.model.Facts;
import dev.odds.model.Model;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The penalty of a model in a JSON document. */
final class PenaltyJson {
    private PenaltyJson() {}

    /** Writes it; factors and bounds only where there are some, and how many coefficients are not 0 only where some are. */
    static void put(Json json, Model model) throws IOException {
        Facts.Penalty penalty = model.facts().penalty();
        json.put("lambda", penalty.lambda())
                .put("l1Ratio", penalty.l1Ratio())
                .put("standardize", penalty.standardize())
                .put("firth", penalty.firth());
        named(json, "factors", penalty.factors());
        named(json, "min", penalty.lower());
        named(json, "max", penalty.upper());
        if (PenaltyText.isSelecting(model)) {
            Selection selection = Selection.of(model);
            json.put("nonZeros", selection.coefficients()).put("selectedColumns", selection.columns());
        }
        List<String> active = ActiveBounds.of(model);
        if (!active.isEmpty()) {
            json.put("atBounds", active);
        }
    }

    private static void named(Json json, String key, Map<String, Double> numbers) throws IOException {
        if (!numbers.isEmpty()) {
            json.objects(
                    key,
                    List.copyOf(numbers.entrySet()),
                    (entry, number) -> entry.put("name", number.getKey()).putOrWord("value", number.getValue()));
        }
    }
}
