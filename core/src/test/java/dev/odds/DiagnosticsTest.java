package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.Roles;
import dev.odds.design.Tables;
import dev.odds.inference.Influence;
import dev.odds.model.Model;
import dev.odds.table.Data;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import dev.odds.table.TableReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticsTest {
    private static final LogisticRegression SPEC = LogisticRegression.create();
    private static final Diagnostics DIAGNOSTICS = new Diagnostics(2);

    @ParameterizedTest
    @CsvSource({"birthwt,low,", "titanic,survived,count"})
    void aModelWithItsDataGivesWhatRGives(String name, String target, String weights) {
        Data data = TableReader.read(Path.of("../examples/" + name + ".csv"), ReadOptions.defaults(), ReadMonitor.NONE);
        Model model = SPEC.fit(data, Roles.target(target).withWeights(weights)).model();
        Diagnosis diagnosis = DIAGNOSTICS.of(model, data);
        Reference r = Reference.load("effects-" + name);
        int next = 0;
        for (int row = 0; row < diagnosis.rows(); row++) {
            Diagnosis.Row told = diagnosis.row(row);
            if (Double.isNaN(told.pearson())) {
                continue;
            }
            assertEquals(r.array("pearson")[next], told.pearson(), 1e-7, "row " + row);
            assertEquals(r.array("deviance")[next], told.deviance(), 1e-7, "row " + row);
            assertEquals(r.array("leverage")[next], told.leverage(), 1e-8, "row " + row);
            assertEquals(r.array("cooks")[next], told.cook(), 1e-7 * (1 + told.cook()), "row " + row);
            assertEquals(r.array("dfbetasFirst")[next], diagnosis.dfbetas(row)[0], 1e-7, "row " + row);
            next++;
        }
        assertEquals(r.array("pearson").length, next);
        assertEquals(next, diagnosis.diagnosed());
        assertEquals(
                r.scalar("condition"), diagnosis.collinearity().orElseThrow().conditionNumber(), 1e-6);
        List<Integer> strongest = diagnosis.strongest(3);
        double[] cooks = r.array("cooks").clone();
        Arrays.sort(cooks);
        for (int k = 0; k < 3; k++) {
            double expected = cooks[cooks.length - 1 - k];
            assertEquals(expected, diagnosis.row(strongest.get(k)).cook(), 1e-6 * expected);
        }
    }

    /** The admissions of Berkeley as counts, with an offset of 0.1 per group; the rows of the file are no and yes in turn. */
    @Test
    void groupedCountsGiveWhatRGives() {
        Table rows =
                (Table) TableReader.read(Path.of("../examples/berkeley.csv"), ReadOptions.defaults(), ReadMonitor.NONE);
        int groups = rows.rows() / 2;
        double[] count = ((NumericColumn) rows.find("count").orElseThrow()).toArray();
        Table no = Tables.rows(rows, IntStream.range(0, groups).map(i -> 2 * i).toArray());
        double[] admitted =
                IntStream.range(0, groups).mapToDouble(i -> count[2 * i + 1]).toArray();
        double[] all = IntStream.range(0, groups)
                .mapToDouble(i -> count[2 * i] + count[2 * i + 1])
                .toArray();
        Table data = Tables.table(
                no.find("gender").orElseThrow(),
                no.find("department").orElseThrow(),
                Tables.numbers("admitted", admitted),
                Tables.numbers("all", all),
                Tables.numbers(
                        "o",
                        IntStream.range(0, groups).mapToDouble(i -> 0.1 * i).toArray()));
        Model model =
                SPEC.fit(data, Roles.target("admitted / all").withOffset("o")).model();
        Diagnosis diagnosis = DIAGNOSTICS.of(model, data);
        Reference r = Reference.load("effects-berkeley");
        for (int row = 0; row < groups; row++) {
            Diagnosis.Row told = diagnosis.row(row);
            assertEquals(r.array("pearson")[row], told.pearson(), 1e-8);
            assertEquals(r.array("deviance")[row], told.deviance(), 1e-8);
            assertEquals(r.array("leverage")[row], told.leverage(), 1e-9);
            assertEquals(r.array("cooks")[row], told.cook(), 1e-8 * (1 + told.cook()));
            assertEquals(r.array("dfbetasBias")[row], diagnosis.dfbetas(row)[6], 1e-8);
        }
    }

    /** y follows x; of g the level c is always 1; some values, labels are missing. */
    private static Table table(long seed, int n, boolean separated) {
        Random random = new Random(seed);
        double[] x = new double[n];
        String[] g = new String[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
            g[i] = "abc".substring(i % 3, i % 3 + 1);
            y[i] = separated && g[i].equals("c") || random.nextDouble() < 1 / (1 + Math.exp(-x[i])) ? 1 : 0;
        }
        x[4] = Double.NaN;
        y[7] = Double.NaN;
        return Tables.table(Tables.numbers("x", x), Tables.texts("g", g), Tables.numbers("y", y));
    }

    @Test
    void rowsWithoutALabelOrAValueAreLeftOut() {
        Table table = table(1, 300, false);
        Model model = SPEC.fit(table, Roles.target("y")).model();
        Diagnosis diagnosis = DIAGNOSTICS.of(model, table);
        assertEquals(298, diagnosis.diagnosed());
        assertTrue(Double.isNaN(diagnosis.row(4).probability())
                && Double.isNaN(diagnosis.dfbetas(4)[0]));
        assertTrue(diagnosis.row(7).probability() > 0
                && Double.isNaN(diagnosis.row(7).leverage()));
        double sum = IntStream.range(0, 300)
                .mapToDouble(row -> diagnosis.row(row).leverage())
                .filter(h -> !Double.isNaN(h))
                .sum();
        assertEquals(4, sum, 1e-9);
        assertThrows(InputException.class, () -> DIAGNOSTICS.of(model, Tables.rows(table, 4, 7)));
    }

    @Test
    void separatedRowsAreCertainAndTheOthersThoseOfTheFitWithoutThem() {
        Table table = table(2, 300, true);
        Diagnosis diagnosis = DIAGNOSTICS.of(SPEC.fit(table, Roles.target("y")).model(), table);
        int[] rest = IntStream.range(0, 300).filter(i -> i % 3 != 2).toArray();
        Table without = Tables.rows(table, rest);
        Diagnosis expected = DIAGNOSTICS.of(SPEC.fit(without, Roles.target("y")).model(), without);
        for (int i = 0; i < rest.length; i++) {
            assertEquals(expected.row(i).cook(), diagnosis.row(rest[i]).cook(), 1e-9);
            assertEquals(
                    expected.row(i).devianceChange(), diagnosis.row(rest[i]).devianceChange(), 1e-8);
        }
        assertEquals(new Diagnosis.Row(1, 0, 0, 0, 0, 0), diagnosis.row(2));
        assertEquals(0, diagnosis.dfbetas(2)[0]);
        assertTrue(Double.isNaN(diagnosis.dfbetas(0)[2]), "an infinite coefficient moves nowhere");
        assertEquals(3, diagnosis.parameters());
    }

    /** Of two levels one is certain, so that among the other rows its column is constant, as the bias is. */
    @Test
    void theBiasStaysWhereAColumnIsConstantAmongTheRowsNotSeparated() {
        Table table = table(7, 300, true);
        Table two = Tables.rows(
                table, IntStream.range(0, 300).filter(i -> i % 3 != 1).toArray());
        Diagnosis diagnosis = DIAGNOSTICS.of(SPEC.fit(two, Roles.target("y")).model(), two);
        Table one = Tables.rows(
                table, IntStream.range(0, 300).filter(i -> i % 3 == 0).toArray());
        Diagnosis expected = DIAGNOSTICS.of(SPEC.fit(one, Roles.target("y")).model(), one);
        assertEquals(2, diagnosis.parameters());
        assertEquals(
                expected.collinearity().orElseThrow().conditionNumber(),
                diagnosis.collinearity().orElseThrow().conditionNumber(),
                1e-9);
        assertEquals(expected.dfbetas(0)[1], diagnosis.dfbetas(0)[2], 1e-9);
    }

    @Test
    void aLabelThatTheModelHoldsForImpossibleIsLeftOutAndTold() {
        Model model = SPEC.fit(table(2, 300, true), Roles.target("y")).model();
        Table other = table(3, 300, false);
        Diagnosis diagnosis = DIAGNOSTICS.of(model, other);
        assertEquals(1, diagnosis.notes().size());
        assertTrue(diagnosis.notes().get(0).contains("probability 0"));
        assertTrue(diagnosis.diagnosed() < 298 && diagnosis.diagnosed() >= 199);
    }

    @Test
    void completelySeparatedRowsAreAllCertain() {
        Table table = Tables.table(Tables.numbers("x", 1, 2, 3, 4), Tables.numbers("y", 0, 0, 1, 1));
        Diagnosis diagnosis = DIAGNOSTICS.of(SPEC.fit(table, Roles.target("y")).model(), table);
        assertEquals(new Diagnosis.Row(0, 0, 0, 0, 0, 0), diagnosis.row(0));
        assertEquals(0, diagnosis.parameters());
        assertEquals(List.of(), diagnosis.strongest(10));
    }

    @Test
    void aPenalisedModelHasResidualsOnly() {
        Table table = table(1, 300, false);
        Diagnosis diagnosis = DIAGNOSTICS.of(
                SPEC.withLambda(0.1).fit(table, Roles.target("y")).model(), table);
        assertFalse(diagnosis.collinearity().isPresent());
        assertTrue(diagnosis.row(0).pearson() != 0 && diagnosis.row(0).deviance() != 0);
        assertTrue(Double.isNaN(diagnosis.row(0).leverage())
                && Double.isNaN(diagnosis.dfbetas(0)[0]));
        assertEquals(List.of(), diagnosis.strongest(10));
    }

    /** Sparse rows, one feature a combination of two others; the model is diagnosed as the fit itself is. */
    @Test
    void sparseRowsAndAliasedColumns() {
        Random random = new Random(4);
        int n = 2000;
        int[] starts = new int[n + 1];
        int[] indices = new int[4 * n];
        double[] values = new double[4 * n];
        double[] labels = new double[n];
        int p = 0;
        for (int i = 0; i < n; i++) {
            int from = p;
            for (int j = 0; j < 12; j++) {
                if (p < from + 3 && random.nextInt(4) == 0) {
                    indices[p] = j;
                    values[p++] = 1 + random.nextInt(3);
                }
            }
            if (p > from && indices[from] == 0) {
                indices[p] = 12;
                values[p++] = 2 * values[from];
            }
            starts[i + 1] = p;
            labels[i] = random.nextInt(2);
        }
        SparseTable data = new SparseTable(
                "s",
                labels,
                List.of(new SparseRows(starts, Arrays.copyOf(indices, p), Arrays.copyOf(values, p))),
                IntStream.rangeClosed(1, 13).mapToObj(Integer::toString).toList());
        Analysis analysis = SPEC.analyse(data, Roles.target(null));
        assertEquals(List.of("13"), analysis.fit().model().facts().aliased());
        Diagnosis diagnosis = DIAGNOSTICS.of(analysis.fit().model(), data);
        Influence influence = Influence.of(analysis.fitted().orElseThrow());
        for (int i = 0; i < n; i++) {
            assertEquals(influence.leverages()[i], diagnosis.row(i).leverage(), 1e-10);
        }
        assertTrue(Double.isNaN(diagnosis.dfbetas(0)[12])
                && !Double.isNaN(diagnosis.dfbetas(0)[13]));
    }

    @Test
    void threadsGiveTheSameBits() {
        Table table = table(6, 50_000, false);
        Model model = SPEC.fit(table, Roles.target("y")).model();
        Diagnosis one = new Diagnostics(1).of(model, table);
        Diagnosis four = new Diagnostics(4).of(model, table);
        for (int row = 0; row < 50_000; row += 97) {
            assertEquals(one.row(row), four.row(row));
            assertArrayEquals(one.dfbetas(row), four.dfbetas(row));
        }
        assertEquals(one.collinearity(), four.collinearity());
        assertEquals(one.strongest(20), four.strongest(20));
    }
}
