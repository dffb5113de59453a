package dev.odds.report;

import dev.odds.Fit;
import dev.odds.Statistics;
import dev.odds.inference.Goodness;
import dev.odds.inference.TermTest;

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
        new CoefficientTable(statistics.coefficients(), profile, PenaltyText.isSelecting(fit.model())).print(all, out);
        StatisticsText.print(fit, statistics, all, out);
        out.append('\n');
        Paragraph.print("log-loss", Words.loss(fit.loss(), fit.nullLoss(), fit.model()), out);
        Paragraph.print("deviance", deviance(fit), out);
        Paragraph.print("model", model(fit, statistics), out);
        Paragraph.print("explained", explained(fit, statistics.goodness()), out);
        Paragraph.print("likelihood", likelihood(fit, statistics), out);
        Paragraph.print("errors", errors(fit, statistics), out);
        Paragraph.print(
                "chosen",
                fit.model().facts().path() == null
                        ? ""
                        : PathText.chosen(fit.model().path()),
                out);
        PenaltyText.print(fit.model(), out);
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
        Words.next(around.model(), out);
        return out.toString();
    }

    private static boolean isShrinking(Fit fit) {
        return fit.model().facts().penalty().isShrinking();
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
        if (isShrinking(fit)) {
            return "";
        }
        long parameters = fit.coefficients().stream().filter(e -> !e.aliased()).count();
        return "%s on %s degrees of freedom; %s on %s %s"
                .formatted(
                        Numbers.significant(fit.deviance(), 5),
                        Numbers.count(fit.observations() - parameters),
                        Numbers.significant(fit.nullDeviance(), 5),
                        Numbers.count(fit.observations() - (Words.hasBias(fit.model()) ? 1 : 0)),
                        Words.nullModel(fit.model()));
    }

    /** Beside errors that do not trust the likelihood, Wald's test by them. */
    private static String model(Fit fit, Statistics statistics) {
        if (fit.covariance() != null && !fit.covariance().isOfLikelihood()) {
            return statistics.wald() == null ? "" : test("Wald", statistics.wald());
        }
        if (statistics.model() == null || statistics.model().df() == 0) {
            return "";
        }
        TermTest score = statistics.score();
        return test("likelihood ratio", statistics.model())
                + (score == null
                        ? ""
                        : "; score %s, p %s".formatted(Numbers.decimals(score.statistic(), 2), Numbers.p(score.p())));
    }

    private static String test(String name, TermTest test) {
        return "%s %s on %s, p %s"
                .formatted(
                        name,
                        Numbers.decimals(test.statistic(), 2),
                        test.df() == 1 ? "1 degree of freedom" : test.df() + " degrees of freedom",
                        Numbers.p(test.p()));
    }

    private static String explained(Fit fit, Goodness goodness) {
        return goodness == null || isShrinking(fit)
                ? ""
                : "R^2 of McFadden %s, Nagelkerke %s, Tjur %s"
                        .formatted(
                                Numbers.decimals(goodness.mcFadden(), 4),
                                Numbers.decimals(goodness.nagelkerke(), 4),
                                Numbers.decimals(goodness.tjur(), 4));
    }

    private static String likelihood(Fit fit, Statistics statistics) {
        if (isShrinking(fit)) {
            return "";
        }
        String log = "log " + Numbers.significant(fit.logLikelihood(), 5);
        if (statistics.sampled()) {
            return log + " of the weighted sample, no likelihood of the population";
        }
        return fit.firth()
                ? log + ", penalised " + Numbers.significant(statistics.penalisedLogLikelihood(), 5)
                : log
                        + "; AIC %s, BIC %s"
                                .formatted(Numbers.significant(fit.aic(), 5), Numbers.significant(fit.bic(), 5));
    }

    /** What standard errors rest on. */
    private static String errors(Fit fit, Statistics statistics) {
        return fit.covariance() == null ? "" : fit.covariance().sentence(statistics.clusters());
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
}
