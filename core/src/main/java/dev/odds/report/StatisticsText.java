package dev.odds.report;

import dev.odds.Fit;
import dev.odds.Questions.Effects;
import dev.odds.Statistics;
import dev.odds.inference.Effect;
import dev.odds.inference.Estimate;
import dev.odds.inference.TermTest;
import java.math.BigDecimal;
import java.util.List;

/** Tests, intervals and effects as tables below the coefficients. */
final class StatisticsText {
    /** More rows than this are for a program. */
    private static final int ROWS = 40;

    private StatisticsText() {}

    /** Appends the tables that there are, each after an empty line. */
    static void print(Fit fit, Statistics statistics, boolean all, StringBuilder out) {
        boolean firth = fit.firth();
        profiled(shown(statistics.profiled(), all), firth ? "profile penalised likelihood" : "profile likelihood", out);
        tests(statistics, firth, all, out);
        hypotheses(statistics.hypotheses(), out);
        effects(effect(fit, statistics), statistics.effects(), all, out);
    }

    private static <T> List<T> shown(List<T> rows, boolean all) {
        return all || rows.size() <= ROWS ? rows : List.of();
    }

    private static void profiled(List<Estimate> rows, String name, StringBuilder out) {
        if (rows.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(name, level(rows.get(0).level()) + " from", "to", "odds ratio from", "to");
        for (Estimate e : rows) {
            double width = e.estimateUpper() - e.estimateLower();
            table.row(
                    e.name(),
                    e.aliased() ? "" : end(width, e.estimateLower()),
                    e.aliased() ? "" : end(width, e.estimateUpper()),
                    e.aliased() ? "" : Numbers.significant(e.lower(), 3),
                    e.aliased() ? "" : Numbers.significant(e.upper(), 3));
        }
        out.append('\n');
        table.print("", out);
    }

    static String level(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** Three digits of the width. */
    private static String end(double width, double value) {
        return Double.isFinite(width) && width > 0
                ? Numbers.decimals(value, Math.min(9, Numbers.decimalsFor(width, 3)))
                : Numbers.significant(value, 3);
    }

    private static void tests(Statistics statistics, boolean firth, boolean all, StringBuilder out) {
        List<TermTest> every = statistics.terms();
        List<TermTest> rows = first(every, all);
        boolean wald = statistics.tests().equals("wald");
        boolean known = wald && every.stream().allMatch(test -> test.df() <= 1);
        if (rows.isEmpty() || known && !all) {
            return;
        }
        String ratio = firth ? "penalised likelihood-ratio tests" : "likelihood-ratio tests";
        TextTable table = new TextTable(wald ? "Wald tests" : ratio, "chi-squared", "df", "p");
        rows.forEach(test -> table.row(cells(test)));
        out.append('\n');
        table.print("", out);
        more(rows.size(), every.size(), "tests", out);
    }

    private static void hypotheses(List<TermTest> rows, StringBuilder out) {
        if (rows.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("hypotheses (Wald)", "chi-squared", "df", "p");
        rows.forEach(test -> table.row(cells(test)));
        out.append('\n');
        table.print("", out);
    }

    private static String[] cells(TermTest test) {
        String statistic = test.df() == 0 ? "" : Numbers.decimals(test.statistic(), 2);
        return new String[] {test.term(), statistic, Integer.toString(test.df()), Numbers.p(test.p())};
    }

    /** Where effects are taken, and over which rows. */
    private static String effect(Fit fit, Statistics statistics) {
        String at = statistics.effectsAt() == Effects.MEANS ? "effect on P at the means" : "average effect on P";
        return fit.separation().columns().isEmpty() ? at : at + ", rows not separated";
    }

    private static void effects(String name, List<Effect> rows, boolean all, StringBuilder out) {
        if (rows.isEmpty()) {
            return;
        }
        List<Effect> some = first(rows, all);
        String interval = level(rows.get(0).level()) + " from";
        TextTable table = new TextTable(name, "effect", "std. error", "z", "p", interval, "to");
        for (Effect e : some) {
            int decimals = e.standardError() > 0 ? Math.min(9, Numbers.decimalsFor(e.standardError(), 3)) : 4;
            boolean none = Double.isNaN(e.standardError());
            table.row(
                    e.name() + (e.change() ? " (change)" : ""),
                    none ? "" : Numbers.decimals(e.value(), decimals),
                    Numbers.significant(e.standardError(), 3),
                    none ? "" : Numbers.fixed(e.z(), 2),
                    Numbers.p(e.p()),
                    none ? "" : Numbers.decimals(e.lower(), decimals),
                    none ? "" : Numbers.decimals(e.upper(), decimals));
        }
        out.append('\n');
        table.print("", out);
        more(some.size(), rows.size(), "effects", out);
    }

    private static <T> List<T> first(List<T> rows, boolean all) {
        return all ? rows : rows.subList(0, Math.min(ROWS, rows.size()));
    }

    private static void more(int shown, int rows, String things, StringBuilder out) {
        if (shown < rows) {
            out.append("(the first %d of %d %s; --all shows them all)\n".formatted(shown, rows, things));
        }
    }
}
