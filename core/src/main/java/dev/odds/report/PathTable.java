package dev.odds.report;

import dev.odds.model.ModelPath;
import dev.odds.model.ModelPath.Curve;
import dev.odds.model.ModelPath.Point;
import dev.odds.model.ModelPath.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A path as aligned columns, a row for each lambda or for about thirty of them: how many coefficients are not 0, how much is explained, how
 * far from the minimum it is at most, and where there are folds the curve that chooses, drawn down the page.
 */
final class PathTable {
    private static final int ROWS = 30;
    private static final int WIDTH = 20;

    private final ModelPath path;
    private final Validation validation;
    private final Curve curve;

    PathTable(ModelPath path) {
        this.path = path;
        this.validation = path.validation();
        this.curve = validation == null ? null : curve(validation);
    }

    /** The curve that chooses; null where a file has none. */
    static Curve curve(Validation validation) {
        return validation.curves().stream()
                .filter(c -> c.measure().equals(validation.measure()))
                .findFirst()
                .orElse(null);
    }

    /** Prints all rows, or some of them with the marked ones, and says so. */
    void print(boolean all, StringBuilder out) {
        Set<Integer> rows = rows(all);
        TextTable table = curve == null
                ? new TextTable("lambda", "non-zero", "explained", "gap", "")
                : new TextTable(
                        "lambda", "non-zero", "explained", "gap", Shown.name(curve.measure()), "std. error", "", "");
        Strip strip = curve == null ? null : Strip.of(curve, rows);
        rows.forEach(k -> table.row(cells(k, strip)));
        table.print("", out);
        if (rows.size() < path.points().size()) {
            out.append("(%d of %d lambdas; --all shows them all)\n"
                    .formatted(rows.size(), path.points().size()));
        }
    }

    private Set<Integer> rows(boolean all) {
        int count = path.points().size();
        Set<Integer> rows = new TreeSet<>();
        int most = all ? count : Math.min(count, ROWS);
        for (int row = 0; row < most; row++) {
            rows.add(most == 1 ? 0 : (int) ((long) row * (count - 1) / (most - 1)));
        }
        rows.add(path.chosen());
        if (validation != null) {
            rows.add(validation.min());
            rows.add(validation.oneStandardError());
        }
        return rows;
    }

    private String[] cells(int k, Strip strip) {
        Point point = path.points().get(k);
        List<String> cells = new ArrayList<>(List.of(
                Numbers.significant(point.lambda(), 4),
                Numbers.count(point.features().length),
                Numbers.fixed(100 * point.explained(), 2) + " %",
                gap(point)));
        if (curve != null) {
            cells.add(Numbers.significant(curve.mean()[k], 5));
            cells.add(Numbers.significant(curve.error()[k], 3));
            cells.add(strip.at(curve.mean()[k], curve.error()[k]));
        }
        cells.add(mark(k));
        return cells.toArray(String[]::new);
    }

    private static String gap(Point point) {
        if (!point.run().converged()) {
            return "not reached";
        }
        double gap = point.run().relativeGap();
        return Double.isNaN(gap) ? "no bound" : Numbers.bound(gap);
    }

    private String mark(int k) {
        List<String> marks = new ArrayList<>();
        if (validation != null && k == validation.min()) {
            marks.add("min");
        }
        if (validation != null && k == validation.oneStandardError()) {
            marks.add("1se");
        }
        if (k == path.chosen() && marks.isEmpty()) {
            marks.add("chosen");
        }
        return String.join(", ", marks);
    }

    /** The means, each with its error, between the least and the largest of them. */
    private record Strip(double least, double most) {
        static Strip of(Curve curve, Set<Integer> rows) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int k : rows) {
                least = Math.min(least, curve.mean()[k] - curve.error()[k]);
                most = Math.max(most, curve.mean()[k] + curve.error()[k]);
            }
            return new Strip(least, most);
        }

        String at(double mean, double error) {
            StringBuilder line = new StringBuilder(" ".repeat(WIDTH));
            for (int at = place(mean - error); at <= place(mean + error); at++) {
                line.setCharAt(at, '-');
            }
            line.setCharAt(place(mean), 'o');
            return line.toString();
        }

        private int place(double value) {
            return most > least ? (int) Math.rint((value - least) / (most - least) * (WIDTH - 1)) : 0;
        }
    }
}
