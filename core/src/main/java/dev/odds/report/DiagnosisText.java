package dev.odds.report;

import dev.odds.Diagnosis;
import dev.odds.inference.Collinearity;
import dev.odds.inference.Inflation;
import java.util.Comparator;
import java.util.List;

/** A diagnosis, to be read. */
public final class DiagnosisText {
    private static final int ROWS = 10;
    private static final int COLUMNS = 20;

    private DiagnosisText() {}

    /** Writes the rows with the largest Cook's distances, the inflation of the columns and the condition number. */
    public static String of(Diagnosis diagnosis) {
        StringBuilder out = new StringBuilder();
        int left = diagnosis.rows() - diagnosis.diagnosed();
        out.append("P(%s) of %s%s\n"
                .formatted(
                        Words.event(diagnosis.model().labelling()),
                        Numbers.of(diagnosis.diagnosed(), "row"),
                        left == 0 ? "" : "; %s left out".formatted(Numbers.count(left))));
        if (diagnosis.collinearity().isEmpty()) {
            out.append("\nThe model is penalised: leverage, Cook's distances and inflation would mean nothing.\n");
        }
        rows(diagnosis, out);
        diagnosis.collinearity().filter(c -> !c.inflations().isEmpty()).ifPresent(c -> collinearity(c, out));
        if (!diagnosis.notes().isEmpty()) {
            out.append('\n');
        }
        for (String note : diagnosis.notes()) {
            Paragraph.print("note", Shown.name(note), out);
        }
        return out.toString();
    }

    private static void rows(Diagnosis diagnosis, StringBuilder out) {
        List<Integer> strongest = diagnosis.strongest(ROWS);
        if (strongest.isEmpty()) {
            return;
        }
        out.append("\nrows without which the fit would move most\n");
        TextTable table = new TextTable("row", "Cook's distance", "leverage", "probability", "Pearson", "deviance");
        for (int row : strongest) {
            Diagnosis.Row told = diagnosis.row(row);
            table.row(
                    Integer.toString(row + 1),
                    Numbers.significant(told.cook(), 3),
                    Numbers.significant(told.leverage(), 3),
                    Numbers.decimals(told.probability(), 4),
                    Numbers.decimals(told.pearson(), 2),
                    Numbers.decimals(told.deviance(), 2));
        }
        table.print("  ", out);
    }

    private static void collinearity(Collinearity collinearity, StringBuilder out) {
        List<Inflation> all = collinearity.inflations();
        List<Inflation> shown = all.stream()
                .sorted(Comparator.comparingDouble(Inflation::perParameter).reversed())
                .limit(COLUMNS)
                .toList();
        out.append("\nby what the other columns inflate the variances (VIF) and lengthen the intervals of each\n");
        TextTable table = new TextTable("column", "coefficients", "VIF", "interval");
        for (Inflation inflation : all) {
            if (shown.contains(inflation)) {
                table.row(
                        inflation.column(),
                        Integer.toString(inflation.parameters()),
                        Numbers.significant(inflation.factor(), 4),
                        Numbers.significant(inflation.perParameter(), 4));
            }
        }
        table.print("  ", out);
        if (shown.size() < all.size()) {
            out.append("  (%d of %d columns, the most inflated)\n".formatted(shown.size(), all.size()));
        }
        out.append("condition number %s\n".formatted(Numbers.significant(collinearity.conditionNumber(), 3)));
    }
}
