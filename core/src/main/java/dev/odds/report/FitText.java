package dev.odds.report;

import dev.odds.Fit;
import java.nio.file.Path;

/** The summary of a fit, to be read. */
public final class FitText {
    private FitText() {}

    /**
     * Writes the summary: what was fitted to what, the coefficients, how good they are and how sure, what was left out, and
     * what to do next.
     *
     * @param all whether every coefficient is shown, however many there are
     */
    public static String of(Fit fit, Circumstances around, boolean all) {
        StringBuilder out = new StringBuilder();
        out.append(heading(fit)).append("\n\n");
        new CoefficientTable(fit.coefficients()).print(all, out);
        out.append('\n');
        Paragraph.print("log-loss", Words.loss(fit.loss(), fit.nullLoss()), out);
        Paragraph.print("deviance", deviance(fit), out);
        Paragraph.print("likelihood", likelihood(fit), out);
        Paragraph.print("penalty", Words.penalty(fit.lambda(), fit.standardize()), out);
        Paragraph.print("optimum", Words.optimum(fit), out);
        Paragraph.print(
                "separation",
                Words.separation(
                        fit.separation().verdict().word(), fit.separation().columns()),
                out);
        for (String note : fit.notes()) {
            Paragraph.print("note", Shown.name(note), out);
        }
        holdout(fit, around, out);
        next(around.model(), out);
        return out.toString();
    }

    private static String heading(Fit fit) {
        String weight = fit.weight() == fit.examples() ? "" : " of weight " + Numbers.count(fit.weight());
        String dropped = fit.dropped() == 0 ? "" : ", %s dropped".formatted(Numbers.of(fit.dropped(), "row"));
        return "P(%s) from %s of %s%s%s"
                .formatted(
                        Words.event(fit.model().labelling()),
                        Numbers.of(fit.features(), "feature"),
                        Numbers.of(fit.examples(), "example"),
                        weight,
                        dropped);
    }

    private static String deviance(Fit fit) {
        if (fit.lambda() > 0) {
            return "";
        }
        long parameters = fit.coefficients().stream().filter(e -> !e.aliased()).count();
        return "%s on %s degrees of freedom; %s on %s with the bias alone"
                .formatted(
                        Numbers.significant(fit.deviance(), 5),
                        Numbers.count(fit.weight() - parameters),
                        Numbers.significant(fit.nullDeviance(), 5),
                        Numbers.count(fit.weight() - 1));
    }

    private static String likelihood(Fit fit) {
        return fit.lambda() > 0
                ? ""
                : "log %s; AIC %s, BIC %s"
                        .formatted(
                                Numbers.significant(fit.logLikelihood(), 5),
                                Numbers.significant(fit.aic(), 5),
                                Numbers.significant(fit.bic(), 5));
    }

    private static void holdout(Fit fit, Circumstances around, StringBuilder out) {
        if (around.holdout() != null) {
            out.append("\nheld out: ")
                    .append(EvaluationText.of(
                            around.holdout(),
                            fit.model().labelling().positive(),
                            fit.model().labelling().negative()));
        }
    }

    private static void next(Path model, StringBuilder out) {
        if (model != null) {
            String name = Shown.name(quoted(model.toString()));
            out.append("\nmodel written to ").append(name);
            out.append("\nnext: odds predict ").append(name).append(" DATA\n");
        }
    }

    /** As a shell reads it. */
    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}/._-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
