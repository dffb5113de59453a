package dev.odds.report;

import dev.odds.Assessment;
import dev.odds.evaluation.Calibration.Bin;
import dev.odds.evaluation.Confusion;
import dev.odds.evaluation.Evaluation;

/** An evaluation, to be read. */
public final class EvaluationText {
    private static final int LABEL = 24;

    private EvaluationText() {}

    /**
     * Writes the measures, the calibration and the confusion, and what was skipped or taken for something else.
     *
     * @param positive what label 1 is called
     * @param negative what label 0 is called
     */
    public static String of(Assessment assessment, String positive, String negative) {
        StringBuilder out = new StringBuilder(of(assessment.evaluation(), positive, negative));
        if (assessment.skipped() > 0 || !assessment.notes().isEmpty()) {
            out.append('\n');
        }
        Paragraph.print("skipped", assessment.skipped() == 0 ? "" : Numbers.of(assessment.skipped(), "row"), out);
        for (String note : assessment.notes()) {
            Paragraph.print("note", Shown.name(note), out);
        }
        return out.toString();
    }

    /** Writes the measures, the calibration and the confusion. */
    static String of(Evaluation evaluation, String positive, String negative) {
        StringBuilder out = new StringBuilder();
        String one = Shown.name(positive, LABEL);
        String zero = Shown.name(negative, LABEL);
        out.append("%s%s: %s of them %s\n\n"
                .formatted(
                        Numbers.of(evaluation.examples(), "example"),
                        evaluation.weight() == evaluation.examples()
                                ? ""
                                : " of weight " + Numbers.count(evaluation.weight()),
                        Numbers.significant(100 * evaluation.positive() / evaluation.weight(), 3) + " %",
                        one));
        measures(evaluation, out);
        calibration(evaluation, one, out);
        confusion(evaluation.confusion(), one, zero, out);
        return out.toString();
    }

    private static void measures(Evaluation e, StringBuilder out) {
        TextTable table = new TextTable("", "model", "base rate");
        table.row("log-loss", Numbers.significant(e.logLoss(), 4), Numbers.significant(e.baselineLogLoss(), 4));
        table.row("Brier score", Numbers.significant(e.brier(), 4), Numbers.significant(e.baselineBrier(), 4));
        table.row("AUC", auc(e), Double.isNaN(e.auc()) ? "" : "0.5");
        table.print("", out);
    }

    private static String auc(Evaluation e) {
        return Double.isNaN(e.auc()) ? "undefined: one label only" : Numbers.decimals(e.auc(), 4);
    }

    private static void calibration(Evaluation e, String positive, StringBuilder out) {
        out.append("\ncalibration: predicted %s, observed %s, expected error %s\n"
                .formatted(
                        Numbers.decimals(e.calibration().predicted(), 4),
                        Numbers.decimals(e.calibration().observed(), 4),
                        Numbers.decimals(e.calibration().expectedError(), 4)));
        TextTable table = new TextTable("probability", "examples", "predicted", "share of " + positive);
        for (Bin bin : e.calibration().bins()) {
            if (bin.examples() > 0) {
                table.row(
                        "%s to %s".formatted(bin.lower(), bin.upper()),
                        Numbers.count(bin.examples()),
                        Numbers.decimals(bin.predicted(), 3),
                        Numbers.decimals(bin.observed(), 3));
            }
        }
        table.print("  ", out);
    }

    private static void confusion(Confusion c, String positive, String negative, StringBuilder out) {
        out.append("\nat threshold %s: accuracy %s, precision %s, recall %s, specificity %s, F1 %s\n"
                .formatted(
                        c.threshold(),
                        share(c.accuracy()),
                        share(c.precision()),
                        share(c.recall()),
                        share(c.specificity()),
                        share(c.f1())));
        TextTable table = new TextTable("", "said " + positive, "said " + negative);
        table.row("is " + positive, Numbers.count(c.truePositive()), Numbers.count(c.falseNegative()));
        table.row("is " + negative, Numbers.count(c.falsePositive()), Numbers.count(c.trueNegative()));
        table.print("  ", out);
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "undefined" : Numbers.decimals(share, 3);
    }
}
