package dev.odds.inference;

import dev.odds.Analysis;
import dev.odds.ExampleTable;
import dev.odds.LogisticRegression;
import dev.odds.RandomData;
import dev.odds.design.Roles;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.Table;
import dev.odds.table.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Fits with their data, for tests of what statistics make of them. */
final class Analyses {
    private Analyses() {}

    /** An example of the project. */
    static Table example(String name) {
        return (Table) TableReader.read(ExampleTable.path(name), ReadOptions.defaults(), ReadMonitor.NONE);
    }

    /** Random examples as columns x0, x1, ..., the label y. */
    static Table random(long seed, int n, int d, double density) {
        RandomData data = RandomData.of(seed, n, d, density);
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            int feature = j;
            columns.add(new NumericColumn(
                    "x" + j,
                    IntStream.range(0, n).mapToDouble(i -> data.x()[i][feature]).toArray()));
        }
        columns.add(new NumericColumn("y", data.y()));
        return new Table("random " + seed, n, columns);
    }

    /** The table with one more column. */
    static Table with(Table table, String name, IntToDoubleFunction value) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(new NumericColumn(
                name, IntStream.range(0, table.rows()).mapToDouble(value).toArray()));
        return new Table(table.source(), table.rows(), columns);
    }

    /** The numbers of a column. */
    static double[] numbers(Table table, String name) {
        return ((NumericColumn) table.find(name).orElseThrow()).toArray();
    }

    static Analysis fit(Table table, Roles roles) {
        return LogisticRegression.create().withTolerance(1e-14).analyse(table, roles);
    }

    static Covariance covariance(Analysis analysis, Covariances kind) {
        return RobustCovariance.of(
                        analysis.fitted().orElseThrow(), analysis.data().units(), kind)
                .covariance();
    }

    /** Of all variables, the bias last. */
    static double[] errors(Analysis analysis, Covariances kind) {
        return analysis.fitted().orElseThrow().standardErrors(covariance(analysis, kind));
    }

    /** The names of all variables, the bias last. */
    static List<String> names(Analysis analysis) {
        return analysis.fit().model().names();
    }
}
