package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;
import dev.odds.table.SparseRows;
import dev.odds.table.Table;
import dev.odds.train.Settings;
import dev.odds.train.Solution;
import dev.odds.train.Solver;
import dev.odds.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table with categories becomes mixed blocks, which hold what dense and sparse ones would and fit the same model. */
class MixedDesignTest {
    private static final Workers TWO = Workers.of(2);

    /** The same examples without their levels: dense or sparse. */
    private record Plain(Examples of, boolean isSparse) implements Examples {
        @Override
        public long count() {
            return of.count();
        }

        @Override
        public int features() {
            return of.features();
        }

        @Override
        public void dense(long first, int count, double[] out, int stride) {
            of.dense(first, count, out, stride);
        }

        @Override
        public SparseRows sparse(long first, int count) {
            return of.sparse(first, count);
        }
    }

    private record Gathered(ArrayList<Block> blocks) implements Sum<Gathered> {
        private static final long serialVersionUID = 1L;

        @Override
        public void merge(Gathered other) {
            blocks.addAll(other.blocks);
        }
    }

    private static List<Block> blocks(MemoryDesign design) {
        ArrayResponse y = ArrayResponse.of(new double[(int) design.examples()]);
        return design.sum(y, () -> new Gathered(new ArrayList<>()), (x, slice, into) -> into.blocks.add(x)).blocks;
    }

    /** Two terms of 12 and 30 levels around two numbers far from 0, and labels that depend on all. */
    private static Table table(long seed, int rows) {
        Random random = new Random(seed);
        double[] y = new double[rows];
        double[] near = new double[rows];
        double[] far = new double[rows];
        int[] few = new int[rows];
        int[] many = new int[rows];
        for (int i = 0; i < rows; i++) {
            near[i] = Math.rint(random.nextGaussian() * 8) / 8;
            far[i] = 1000 + random.nextInt(100);
            few[i] = random.nextInt(12);
            many[i] = (int) (30 * random.nextDouble() * random.nextDouble());
            double z = near[i] - 0.01 * (far[i] - 1050) + 0.1 * few[i] - 0.05 * many[i];
            y[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-z)) ? 1 : 0;
        }
        return new Table(
                "seed " + seed,
                rows,
                List.<Column>of(
                        new NumericColumn("y", y),
                        new CategoricalColumn("few", few, levels(12)),
                        new NumericColumn("far", far),
                        new CategoricalColumn("many", many, levels(30)),
                        new NumericColumn("near", near)));
    }

    private static List<String> levels(int count) {
        return IntStream.range(0, count).mapToObj("l%02d"::formatted).toList();
    }

    private static Examples examples(Table table) {
        return Encoder.fit(table, Roles.target("y")).examples();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 5_000})
    void blocksHoldTheRowsUnderTheScalingOfTheDense(int rows) {
        Examples examples = examples(table(61, rows));
        for (boolean float32 : new boolean[] {false, true}) {
            DesignBuilder builder = new DesignBuilder(true, float32, TWO);
            MemoryDesign mixed = builder.build(examples);
            Scaling scaling = mixed.scaling();
            Scaling dense = builder.build(new Plain(examples, false)).scaling();
            int far = 11;
            assertTrue(scaling.center()[far] > 1000, "a full column of numbers is centred");
            for (int j : new int[] {far, scaling.features() - 1}) {
                assertEquals(dense.center()[j], scaling.center()[j]);
                assertEquals(dense.scale()[j], scaling.scale()[j]);
            }
            double[][] x = Tables.dense(examples);
            int i = 0;
            for (Block block : blocks(mixed)) {
                assertEquals(float32, ((MixedBlock) block).numbers() instanceof FloatBlock);
                for (int e = 0; e < block.examples(); e++, i++) {
                    assertArrayEquals(scaled(x[i], scaling), row(block, e), float32 ? 1e-6 : 0, "row " + i);
                }
            }
            assertEquals(rows, i);
        }
    }

    private static double[] scaled(double[] x, Scaling scaling) {
        return IntStream.range(0, x.length)
                .mapToDouble(j -> (x[j] - scaling.center()[j]) * scaling.scale()[j])
                .toArray();
    }

    private static double[] row(Block block, int example) {
        int[] index = new int[block.features()];
        double[] value = new double[block.features()];
        double[] row = new double[block.features()];
        int count = block.entries(example, index, value);
        for (int p = 0; p < count; p++) {
            row[index[p]] = value[p];
        }
        return row;
    }

    @ParameterizedTest
    @CsvSource({"NEWTON, 0", "NEWTON, 0.01", "LBFGS, 0.01"})
    void mixedDenseAndSparseEndInOneOptimum(Solver solver, double lambda) {
        Table table = table(62, 4_000);
        Encoded fit = Encoder.fit(table, Roles.target("y"));
        Solution mixed = solve(fit, fit.examples(), TWO, solver, lambda);
        assertTrue(mixed.converged());
        assertEquals(fit.examples().features(), mixed.coefficients().theta().length);
        for (boolean sparse : new boolean[] {false, true}) {
            Solution other = solve(fit, new Plain(fit.examples(), sparse), TWO, solver, lambda);
            assertEquals(other.loss(), mixed.loss(), lambda == 0 ? 1e-10 : 1e-6);
        }
    }

    @Test
    void theBitsDoNotDependOnThreads() {
        Encoded fit = Encoder.fit(table(63, 60_000), Roles.target("y"));
        Solution one = solve(fit, fit.examples(), Workers.of(1), Solver.NEWTON, 1e-4);
        for (int threads : new int[] {2, 3, 8}) {
            Solution other = solve(fit, fit.examples(), Workers.of(threads), Solver.NEWTON, 1e-4);
            assertArrayEquals(one.coefficients().theta(), other.coefficients().theta());
            assertArrayEquals(one.factor(), other.factor());
        }
    }

    /** The penalty acts on stored coefficients, so it is only alike where the scaling is. */
    private static Solution solve(Encoded fit, Examples examples, Workers workers, Solver solver, double lambda) {
        DesignBuilder builder = new DesignBuilder(true, false, workers);
        Scaling scaling = builder.build(fit.examples()).scaling();
        MemoryDesign design = builder.build(examples, scaling);
        double[] units = Penalty.none(design.features()).units();
        Problem problem = new Problem(design, fit.response(), new Penalty(lambda, units), true);
        return Trainer.solve(problem, new Settings(solver, 1e-10, 0), null, Monitor.NONE);
    }

    @Test
    void aScalingThatMovesLevelsIsNotStoredAsCodes() {
        Examples examples = examples(table(64, 300));
        Scaling none = Scaling.none(examples.features());
        Scaling doubled = new Scaling(
                none.center(),
                IntStream.range(0, none.features()).mapToDouble(j -> 2).toArray());
        DesignBuilder builder = new DesignBuilder(true, false, TWO);
        assertEquals(
                MixedBlock.class, blocks(builder.build(examples, none)).get(0).getClass());
        Block block = blocks(builder.build(examples, doubled)).get(0);
        assertArrayEquals(scaled(Tables.dense(examples)[7], doubled), row(block, 7));
    }

    /** Numbers that are mostly zeros stay sparse rows, and so do rows to predict, whatever is beside them. */
    @Test
    void sparseNumbersAndRowsToPredictStaySparse() {
        Random random = new Random(65);
        List<Column> columns = new ArrayList<>(table(65, 400).columns());
        for (int j = 0; j < 60; j++) {
            double[] zeros = random.doubles(400).map(u -> u < 0.02 ? u : 0).toArray();
            columns.add(new NumericColumn("z" + j, zeros));
        }
        Encoded fit = Encoder.fit(new Table("zeros", 400, columns), Roles.target("y"));
        assertTrue(fit.examples().isSparse());
        assertNull(fit.examples().mixed());
        assertEquals(
                SparseBlock.class,
                blocks(new DesignBuilder(true, false, TWO).build(fit.examples()))
                        .get(0)
                        .getClass());
        Table table = table(66, 400);
        Encoder encoder = Encoder.fit(table, Roles.target("y")).encoder();
        assertNull(encoder.encode(table).examples().mixed());
        assertTrue(encoder.encode(table).examples().isSparse());
    }
}
