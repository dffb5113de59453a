package dev.odds.report;

import dev.odds.Fit;
import dev.odds.inference.Estimate;

/** The summary of a fit, to be read. */
public final class FitText {
    private FitText() {}

    /**
     * Writes the summary: what was fitted to what, the coefficients, how good they are and how sure, what was left out.
     *
     * @param all whether every coefficient is shown, however many there are
     */
    public static String of(Fit fit, boolean all) {
        StringBuilder out = new StringBuilder();
        out.append(heading(fit)).append("\n\n");
        new CoefficientTable(fit.coefficients()).print(all, out);
        out.append('\n');
        Paragraph.print("log-loss", loss(fit), out);
        Paragraph.print("deviance", deviance(fit), out);
        Paragraph.print("criteria", criteria(fit), out);
        Paragraph.print("penalty", penalty(fit), out);
        Paragraph.print("optimum", optimum(fit), out);
        Paragraph.print("separation", Words.separation(fit), out);
        Paragraph.print("aliased", Words.aliased(fit), out);
        for (String note : fit.notes()) {
            Paragraph.print("note", Shown.name(note), out);
        }
        return out.toString();
    }

    private static String heading(Fit fit) {
        String dropped = fit.dropped() == 0 ? "" : ", %s dropped".formatted(Numbers.of(fit.dropped(), "row"));
        String weight = fit.weight() == fit.examples() ? "" : " of weight %s".formatted(Numbers.count(fit.weight()));
        return "P(%s) from %s of %s%s%s".formatted(Shown.name(fit.model().event()), Numbers.of(fit.features(), "feature"), Numbers.of(fit.examples(), "example"), weight, dropped);
    }

    private static String loss(Fit fit) {
        return "%s per example; %s with the bias alone"
                .formatted(Numbers.significant(fit.loss(), 5), Numbers.significant(fit.nullLoss(), 5));
    }

    private static String deviance(Fit fit) {
        if (!Double.isFinite(fit.deviance())) {
            return "";
        }
        long parameters = fit.coefficients().stream().filter(e -> !e.aliased()).count();
        return "%s on %s degrees of freedom; %s on %s with the bias alone".formatted(
                Numbers.significant(fit.deviance(), 5),
                Numbers.count(fit.weight() - parameters),
                Numbers.significant(fit.nullDeviance(), 5),
                Numbers.count(fit.weight() - 1));
    }

    private static String criteria(Fit fit) {
        return Double.isFinite(fit.aic())
                ? "log-likelihood %s, AIC %s, BIC %s".formatted(
                        Numbers.significant(fit.logLikelihood(), 5),
                        Numbers.significant(fit.aic(), 5),
                        Numbers.significant(fit.bic(), 5))
                : "";
    }

    private static String penalty(Fit fit) {
        return fit.lambda() == 0
                ? ""
                : "lambda %s on half the squared size of %s; estimates are shrunk, so errors and p-values would mean nothing".formatted(
                        Numbers.significant(fit.lambda(), 3).replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", ""),
                        fit.standardize() ? "the coefficients of standardised columns" : "the coefficients");
    }

    private static String optimum(Fit fit) {
        return fit.converged() ? Words.certificate(fit) : "not reached: %s; %s".formatted(fit.reason(), Words.certificate(fit));
    }
}
