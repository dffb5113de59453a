package dev.odds.report;

import dev.odds.model.Facts;
import dev.odds.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a penalty and bounds have done to a model, to be read. */
final class PenaltyText {
    private static final int LISTED = 12;

    private PenaltyText() {}

    /** Prints the penalty, the bounds and what is left of the features. */
    static void print(Model model, StringBuilder out) {
        Facts.Penalty penalty = model.facts().penalty();
        Paragraph.print("penalty", penalty(penalty, Words.isRelaxed(model)), out);
        Paragraph.print("factors", factors(penalty), out);
        Paragraph.print("bounds", bounds(penalty), out);
        if (penalty.isBounded()) {
            List<String> active = ActiveBounds.of(model);
            Paragraph.print("at a bound", active.isEmpty() ? "none other than 0" : Words.list(active), out);
        }
        if (isSelecting(model)) {
            Paragraph.print("selected", selected(model), out);
        }
    }

    /** Whether the penalty can make coefficients exactly 0. */
    static boolean isSelecting(Model model) {
        Facts.Penalty penalty = model.facts().penalty();
        return penalty.lambda() * penalty.l1Ratio() > 0;
    }

    private static String penalty(Facts.Penalty penalty, boolean relaxed) {
        if (penalty.firth()) {
            return "Firth's: less bias, and finite estimates where labels are separated; likelihood-ratio tests and profiles are of the"
                    + " penalised likelihood, and to be preferred to Wald's";
        }
        if (penalty.lambda() == 0) {
            return penalty.isBounded() ? "none, but bounds, beside which standard errors would mean nothing" : "";
        }
        return "lambda %s%s on %s: estimates are %s, standard errors would mean nothing"
                .formatted(
                        Numbers.shortest(penalty.lambda()),
                        penalty.l1Ratio() == 0 ? "" : ", lasso's share " + Numbers.shortest(penalty.l1Ratio()) + ",",
                        penalty.standardize() ? "coefficients of standardised columns" : "coefficients as they are",
                        relaxed ? "those of selected columns" : "shrunk");
    }

    private static String factors(Facts.Penalty penalty) {
        return penalty.lambda() == 0
                ? ""
                : list(penalty.factors().entrySet().stream()
                        .map(factor -> factor.getKey() + " " + factor(factor))
                        .toList());
    }

    private static String factor(Map.Entry<String, Double> factor) {
        return factor.getValue() == 0 ? "0 (free)" : Numbers.significant(factor.getValue(), 4);
    }

    private static String bounds(Facts.Penalty penalty) {
        TreeSet<String> names = new TreeSet<>(penalty.lower().keySet());
        names.addAll(penalty.upper().keySet());
        return list(names.stream()
                .map(name ->
                        name + range(penalty.lower().get(name), penalty.upper().get(name)))
                .toList());
    }

    private static String range(Double least, Double most) {
        return (least == null ? "" : " from " + Numbers.shortest(least))
                + (most == null ? "" : " to " + Numbers.shortest(most));
    }

    private static String list(List<String> words) {
        List<String> shown = new ArrayList<>(words.subList(0, Math.min(LISTED, words.size())));
        if (shown.size() < words.size()) {
            shown.add("%d more".formatted(words.size() - shown.size()));
        }
        return Shown.name(String.join(", ", shown));
    }

    private static String selected(Model model) {
        Selection selection = Selection.of(model);
        int coefficients = model.coefficients().theta().length;
        String columns = selection.all() == coefficients
                ? ""
                : ", of %d of %s".formatted(selection.columns(), Numbers.of(selection.all(), "column"));
        return "%d of %s%s%s"
                .formatted(
                        selection.coefficients(),
                        Numbers.of(coefficients, "coefficient"),
                        columns,
                        selection.coefficients() < coefficients ? "; the others are 0" : "");
    }
}
