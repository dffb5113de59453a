package dev.odds.report;

import dev.odds.inference.Estimate;
import dev.odds.model.Model;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Coefficients as aligned columns. The standard error shows three digits and the estimate as many decimals: what lies beyond
 * is noise. Without an error the estimate shows five digits.
 */
public final class CoefficientTable {
    private static final int ROWS = 40;
    private static final int MOST_DECIMALS = 9;
    private static final int MOST_DIGITS = 7;
    private static final double LARGEST_Z = 10_000;

    private final List<Estimate> estimates;
    private final boolean errors;
    private final boolean profile;
    private final boolean sparse;

    /**
     * Of a fit whose standard errors are known or not.
     *
     * @param profile whether intervals are those of the profile likelihood
     * @param sparse whether those that are 0 were not selected, so that nobody looks for them
     */
    public CoefficientTable(List<Estimate> estimates, boolean profile, boolean sparse) {
        this.estimates = estimates;
        this.profile = profile;
        this.sparse = sparse;
        errors = profile || estimates.stream().anyMatch(e -> e.standardError() > 0);
    }

    /**
     * Prints all rows, or where they are too many the strongest of them in their order, and says so.
     *
     * @param out modified: lines are appended
     */
    public void print(boolean all, StringBuilder out) {
        List<Estimate> selected = all || !sparse ? estimates : nonZero();
        List<Estimate> rows = all || selected.size() <= ROWS ? selected : strongest(selected);
        table(rows).print("", out);
        if (rows.size() < estimates.size()) {
            String which =
                    rows.size() == selected.size() ? "that are not 0" : "with the largest " + (errors ? "|z|" : "size");
            out.append("(%d of %d coefficients, those %s; --all shows them all)\n"
                    .formatted(rows.size(), estimates.size(), which));
        }
    }

    private List<Estimate> nonZero() {
        return estimates.stream()
                .filter(e -> e.estimate() != 0 || e.name().equals(Model.BIAS))
                .toList();
    }

    private TextTable table(List<Estimate> rows) {
        if (!errors) {
            TextTable table = new TextTable("", "estimate", "odds ratio");
            rows.forEach(e -> table.row(e.name(), estimate(e), ratio(e)));
            return table;
        }
        String interval = StatisticsText.level(rows.get(0).level()) + (profile ? " profile from" : " from");
        TextTable table = new TextTable("", "estimate", "std. error", "z", "p", "odds ratio", interval, "to");
        rows.forEach(e -> table.row(cells(e)));
        return table;
    }

    private List<Estimate> strongest(List<Estimate> of) {
        Comparator<Estimate> strength = Comparator.comparingDouble(this::strength);
        Set<Estimate> chosen =
                of.stream().sorted(strength.reversed()).limit(ROWS).collect(Collectors.toSet());
        return of.stream().filter(chosen::contains).toList();
    }

    private double strength(Estimate e) {
        double size = Math.abs(errors && Double.isFinite(e.estimate()) ? e.z() : e.estimate());
        return Double.isNaN(size) ? -1 : size;
    }

    private static String[] cells(Estimate e) {
        if (Double.isNaN(e.standardError())) {
            return new String[] {
                e.name(), estimate(e), "", "", "", e.aliased() ? "" : ratio(e), end(e, e.lower()), end(e, e.upper())
            };
        }
        return new String[] {
            e.name(),
            beside(e.standardError(), e.estimate()),
            Numbers.significant(e.standardError(), 3),
            Math.abs(e.z()) < LARGEST_Z ? Numbers.fixed(e.z(), 2) : Numbers.significant(e.z(), 3),
            Numbers.p(e.p()),
            ratio(e, e.oddsRatio()),
            ratio(e, e.lower()),
            ratio(e, e.upper())
        };
    }

    /** Of an interval without a standard error, which only a profile has. */
    private static String end(Estimate e, double value) {
        return e.aliased() || Double.isNaN(value) ? "" : Numbers.significant(value, 3);
    }

    private static String estimate(Estimate e) {
        return e.aliased() ? "aliased" : Numbers.significant(e.estimate(), 5);
    }

    private static String ratio(Estimate e) {
        return e.aliased() ? "" : Numbers.significant(e.oddsRatio(), 4);
    }

    /** As many decimals as the error has with three digits, within reason. */
    private static String beside(double error, double estimate) {
        if (estimate == 0 || error == 0) {
            return Numbers.significant(estimate, MOST_DIGITS);
        }
        int decimals = Numbers.decimalsFor(error, 3);
        int digits = decimals - Numbers.decimalsFor(estimate, 1) + 1;
        boolean plain = digits <= MOST_DIGITS && decimals <= MOST_DECIMALS;
        return plain
                ? Numbers.decimals(estimate, decimals)
                : Numbers.significant(estimate, Math.max(1, Math.min(digits, MOST_DIGITS)));
    }

    /** Three digits, and more where the interval is so narrow that they would not tell its ends apart. */
    private static String ratio(Estimate e, double value) {
        double width = e.upper() - e.lower();
        if (!(width > 0 && width < 1 && value > 0)) {
            return Numbers.significant(value, 3);
        }
        int decimals = Math.max(Numbers.decimalsFor(width, 2), Numbers.decimalsFor(value, 3));
        return decimals > MOST_DECIMALS ? Numbers.significant(value, 3) : Numbers.decimals(value, decimals);
    }
}
