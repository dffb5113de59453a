package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.RandomData;
import dev.odds.Reference;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.Encoder;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Roles;
import dev.odds.design.Scaling;
import dev.odds.design.Tables;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.table.Data;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.TableReader;
import dev.odds.train.Settings;
import dev.odds.train.Solver;
import dev.odds.train.Trainer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfluenceTest {
    @ParameterizedTest
    @CsvSource({"birthwt,low,", "titanic,survived,count"})
    void rowsAgreeWithR(String name, String target, String weights) {
        Data data = TableReader.read(Path.of("../examples/" + name + ".csv"), ReadOptions.defaults(), ReadMonitor.NONE);
        Roles roles = Roles.target(target).withWeights(weights);
        double[][] x = Tables.dense(Encoder.fit(data, roles).examples());
        assertAgree(Reference.load("effects-" + name), Fits.of(data, roles).fitted(), x);
    }

    @Test
    void groupedCountsWithOffsetsAgreeWithR() {
        Berkeley data = Berkeley.read();
        assertAgree(Reference.load("effects-berkeley"), Fits.of(data.x(), data.y(), true, 1), data.x());
    }

    private static void assertAgree(Reference r, Fitted fitted, double[][] x) {
        Influence found = Influence.of(fitted);
        Dfbetas dfbetas = new Dfbetas(Information.of(fitted));
        double[] row = new double[x[0].length + 1];
        assertEquals(x.length, found.examples());
        for (int i = 0; i < x.length; i++) {
            String what = "row " + (i + 1);
            assertClose(r.array("pearson")[i], found.pearson(i), what);
            assertClose(r.array("deviance")[i], found.deviances()[i], what);
            assertClose(r.array("leverage")[i], found.leverages()[i], what);
            assertClose(r.array("cooks")[i], found.cook(i), what);
            dfbetas.of(x[i], found.scores()[i], found.leverages()[i], row);
            assertClose(r.array("dfbetasFirst")[i], row[0], what);
            assertClose(r.array("dfbetasBias")[i], row[x[0].length], what);
        }
    }

    private static void assertClose(double expected, double found, String what) {
        assertEquals(expected, found, 1e-9 * (1 + Math.abs(expected)), what);
    }

    @Test
    void leveragesSumToTheParametersAndThreadsGiveTheSameBits() {
        RandomData data = RandomData.of(7, 40_000, 12, 1);
        ArrayResponse y = ArrayResponse.of(data.y(), data.weights(), data.offset());
        Influence one = Influence.of(Fits.of(data.x(), y, true, 1));
        Influence four = Influence.of(Fits.of(data.x(), y, true, 4));
        assertEquals(13, Arrays.stream(one.leverages()).sum(), 1e-9);
        assertArrayEquals(one.leverages(), four.leverages());
        assertArrayEquals(one.deviances(), four.deviances());
        assertEquals(13, one.parameters());
        for (int i = 0; i < data.y().length; i++) {
            if (data.weights()[i] == 0) {
                assertEquals(0, one.leverages()[i] + one.pearson(i) + one.cook(i) + one.devianceChange(i));
            }
        }
    }

    @Test
    void sparseRowsGiveWhatDenseOnesDo() {
        RandomData data = RandomData.of(8, 3000, 30, 0.1);
        ArrayResponse y = ArrayResponse.of(data.y());
        Influence dense = Influence.of(
                fit(new MemoryDesign(data.dense().toArray(Block[]::new), Scaling.none(30), Workers.of(2)), y));
        Influence sparse = Influence.of(
                fit(new MemoryDesign(data.sparse().toArray(Block[]::new), Scaling.none(30), Workers.of(2)), y));
        assertArrayEquals(dense.leverages(), sparse.leverages(), 1e-13);
        assertArrayEquals(dense.deviances(), sparse.deviances(), 1e-11);
    }

    private static Fitted fit(MemoryDesign design, ArrayResponse y) {
        Problem problem = new Problem(design, y, Penalty.none(design.features()), true);
        return new Fitted(problem, Trainer.solve(problem, new Settings(Solver.NEWTON, 1e-12, 0), null, Monitor.NONE));
    }

    /** Without a row, one step of Newton's method moves the coefficients by DFBETAS standard errors, but for the next step. */
    @Test
    void aRowLeftOutMovesTheFitAsTold() {
        RandomData data = RandomData.of(9, 2000, 4, 1);
        double[][] x = data.x();
        for (double[] row : x) {
            row[1] += 1000;
        }
        ArrayResponse y = ArrayResponse.of(data.y());
        Fitted whole = Fits.of(x, y, true, 1);
        Influence influence = Influence.of(whole);
        double[] errors = whole.standardErrors(whole.fisher());
        double[] told = new double[5];
        for (int i = 0; i < 20; i++) {
            BitSet absent = new BitSet();
            absent.set(i);
            Fitted without = Fits.of(x, y.without(absent), true, 1);
            new Dfbetas(Information.of(whole))
                    .of(x[i], influence.scores()[i], influence.leverages()[i], told);
            for (int j = 0; j < 5; j++) {
                double moved = (whole.estimates()[j] - without.estimates()[j]) / errors[j];
                assertEquals(moved, told[j], 0.02 * Math.abs(moved) + 1e-4, "row " + i + ", coefficient " + j);
            }
            double change = deviance(whole) - deviance(without);
            assertEquals(change, influence.devianceChange(i), 1e-3 * change + 1e-4);
        }
    }

    private static double deviance(Fitted fitted) {
        return 2 * fitted.problem().response().weight() * fitted.solution().loss();
    }

    @Test
    void separatedRowsAreCertainAndMoveNothing() {
        RandomData data = RandomData.of(12, 200, 2, 1);
        double[][] x = data.x();
        double[] y = data.y();
        for (int i = 0; i < 200; i++) {
            x[i][1] = i < 20 ? 1 : 0;
            y[i] = i < 20 ? 1 : y[i];
        }
        Fitted fitted = Fits.of(x, ArrayResponse.of(y), true, 1);
        BitSet separated = fitted.solution().separation().examples();
        assertEquals(20, separated.cardinality(), "the test must separate some");
        Influence influence = Influence.of(fitted);
        for (int i = 0; i < 20; i++) {
            assertEquals(1, influence.probabilities()[i]);
            assertEquals(
                    List.of(0.0, 0.0, 0.0),
                    List.of(influence.pearson(i), influence.leverages()[i], influence.cook(i)));
        }
        assertEquals(fitted.size(), Arrays.stream(influence.leverages()).sum(), 1e-9);
    }

    @Test
    void informationAtTheSolutionIsThatOfTheFit() {
        RandomData data = RandomData.of(10, 500, 5, 1);
        double[][] x = new double[500][];
        for (int i = 0; i < 500; i++) {
            x[i] = Arrays.copyOf(data.x()[i], 6);
            x[i][5] = x[i][0] + x[i][1];
        }
        Fitted fitted = Fits.of(x, ArrayResponse.of(data.y()), true, 1);
        Information again = Information.at(fitted.problem(), fitted.x(), new int[] {0, 1, 2, 3, 4, 5, 6});
        assertArrayEquals(fitted.kept(), again.kept());
        assertArrayEquals(fitted.solution().factor(), again.factor(), 1e-10);
    }
}
