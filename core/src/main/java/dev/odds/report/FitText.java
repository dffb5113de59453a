package dev.odds.report;

import dev.odds.Fit;
import dev.odds.Statistics;
import dev.odds.inference.Goodness;
import dev.odds.inference.TermTest;
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
    public static String of(Fit fit, Statistics statistics, Circumstances around, boolean all) {
        StringBuilder out = new StringBuilder();
        out.append(heading(fit)).append("\n\n");
        boolean profile = statistics.intervals().equals("profile");
        new CoefficientTable(statistics.coefficients(), profile).print(all, out);
        StatisticsText.print(statistics, all, out);
        out.append('\n');
        Paragraph.print("log-loss", Words.loss(fit.loss(), fit.nullLoss()), out);
        Paragraph.print("deviance", deviance(fit), out);
        Paragraph.print("model", model(statistics), out);
        Paragraph.print("explained", explained(fit, statistics.goodness()), out);
        Paragraph.print("likelihood", likelihood(fit, statistics), out);
        Paragraph.print("errors", errors(fit), out);
        Paragraph.print("penalty", Words.penalty(fit.lambda(), fit.standardize(), fit.firth()), out);
        Paragraph.print("optimum", Words.optimum(fit), out);
        Paragraph.print(
                "separation",
                Words.separation(
                        fit.separation().verdict().word(),
                        fit.separation().complete() ? "complete, " : "quasi-complete, ",
                        fit.separation().columns()),
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
                        Numbers.count(fit.observations() - parameters),
                        Numbers.significant(fit.nullDeviance(), 5),
                        Numbers.count(fit.observations() - 1));
    }

    private static String model(Statistics statistics) {
        if (statistics.model() == null || statistics.model().df() == 0) {
            return "";
        }
        TermTest ratio = statistics.model();
        String score = statistics.score() == null
                ? ""
                : "; score %s, p %s"
                        .formatted(
                                Numbers.decimals(statistics.score().statistic(), 2),
                                Numbers.p(statistics.score().p()));
        return "likelihood ratio %s on %s, p %s%s"
                .formatted(
                        Numbers.decimals(ratio.statistic(), 2),
                        ratio.df() == 1 ? "1 degree of freedom" : ratio.df() + " degrees of freedom",
                        Numbers.p(ratio.p()),
                        score);
    }

    private static String explained(Fit fit, Goodness goodness) {
        return goodness == null || fit.lambda() > 0
                ? ""
                : "R^2 of McFadden %s, Nagelkerke %s, Tjur %s"
                        .formatted(
                                Numbers.decimals(goodness.mcFadden(), 4),
                                Numbers.decimals(goodness.nagelkerke(), 4),
                                Numbers.decimals(goodness.tjur(), 4));
    }

    private static String likelihood(Fit fit, Statistics statistics) {
        if (fit.lambda() > 0) {
            return "";
        }
        String log = "log " + Numbers.significant(fit.logLikelihood(), 5);
        if (fit.firth()) {
            return log + ", penalised " + Numbers.significant(statistics.penalisedLogLikelihood(), 5);
        }
        return statistics.model() == null
                ? log + " of the weighted sample, no likelihood of the population"
                : log
                        + "; AIC %s, BIC %s"
                                .formatted(Numbers.significant(fit.aic(), 5), Numbers.significant(fit.bic(), 5));
    }

    /** What standard errors rest on. */
    private static String errors(Fit fit) {
        return fit.covariance() == null ? "" : fit.covariance().sentence();
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
