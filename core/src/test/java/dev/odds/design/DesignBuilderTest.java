package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import dev.odds.table.SparseRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks hold what the examples are, however they are stored. */
class DesignBuilderTest {
    private static final long SEED = 31;
    private static final Workers TWO = Workers.of(2);

    /** Rows of an array, read as the entries that are not zero; feature 0 is full. */
    private record Entries(double[][] rows, boolean ones) implements Examples {
        @Override
        public long count() {
            return rows.length;
        }

        @Override
        public int features() {
            return rows[0].length;
        }

        @Override
        public boolean isSparse() {
            return true;
        }

        @Override
        public void dense(long first, int count, double[] out, int stride) {
            throw new AssertionError("sparse examples are read as such");
        }

        @Override
        public SparseRows sparse(long first, int count) {
            int[] starts = new int[count + 1];
            List<Integer> indices = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                double[] row = rows[(int) first + i];
                for (int j = 0; j < row.length; j++) {
                    if (row[j] != 0) {
                        indices.add(j);
                        values.add(row[j]);
                    }
                }
                starts[i + 1] = indices.size();
            }
            int[] index = indices.stream().mapToInt(Integer::intValue).toArray();
            double[] value = values.stream().mapToDouble(Double::doubleValue).toArray();
            return new SparseRows(starts, index, ones ? null : value);
        }
    }

    private static double[][] rows(int n, int d, double density) {
        Random random = new Random(SEED);
        double[][] x = new double[n][d];
        for (double[] row : x) {
            for (int j = 0; j < d; j++) {
                row[j] = j == 0 ? 5 + random.nextInt(3) : random.nextDouble() < density ? random.nextGaussian() : 0;
            }
        }
        return x;
    }

    /** The stored values of every example, blocks checked on the way. */
    private static double[][] stored(MemoryDesign design, Class<? extends Block> kind) {
        List<double[]> rows = new ArrayList<>();
        List<Block> blocks = blocks(design);
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            assertEquals(kind, block.getClass());
            assertTrue(block.examples() == Block.SIZE || b == blocks.size() - 1);
            for (int i = 0; i < block.examples(); i++) {
                int[] index = new int[design.features()];
                double[] value = new double[design.features()];
                int count = block.entries(i, index, value);
                double[] row = new double[design.features()];
                for (int p = 0; p < count; p++) {
                    row[index[p]] = value[p];
                }
                rows.add(row);
            }
        }
        assertEquals(design.examples(), rows.size());
        return rows.toArray(double[][]::new);
    }

    private static List<Block> blocks(MemoryDesign design) {
        record Gathered(ArrayList<Block> blocks) implements Sum<Gathered> {
            private static final long serialVersionUID = 1L;

            @Override
            public void merge(Gathered other) {
                blocks.addAll(other.blocks);
            }
        }
        ArrayResponse y = ArrayResponse.of(new double[(int) design.examples()]);
        return design.sum(y, () -> new Gathered(new ArrayList<>()), (x, slice, into) -> into.blocks.add(x)).blocks;
    }

    private static void assertIsScaled(double[][] x, Scaling scaling, double[][] stored, double tolerance) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                double expected = (x[i][j] - scaling.center()[j]) * scaling.scale()[j];
                assertEquals(expected, stored[i][j], tolerance * Math.abs(expected), i + ", " + j);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 9000})
    void denseBlocksHoldTheRows(int n) {
        double[][] x = rows(n, 3, 1);
        MemoryDesign design = new DesignBuilder(true, false, TWO).build(ArrayExamples.of(x));
        assertEquals(3L * n, design.stored());
        assertIsScaled(x, design.scaling(), stored(design, DenseBlock.class), 0);
    }

    @Test
    void floatsAreRoundedAfterScaling() {
        double[][] x = rows(600, 3, 1);
        for (double[] row : x) {
            row[1] = 1e6 + row[1];
        }
        MemoryDesign wide = new DesignBuilder(true, false, TWO).build(ArrayExamples.of(x));
        MemoryDesign narrow = new DesignBuilder(true, true, TWO).build(ArrayExamples.of(x));
        assertTrue(wide.scaling().center()[1] > 999_000);
        double[][] expected = stored(wide, DenseBlock.class);
        double[][] found = stored(narrow, FloatBlock.class);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals((float) expected[i][j], found[i][j]);
            }
        }
    }

    @Test
    void floatsStayFiniteWhereAnExactScaleWouldNot() {
        double[][] x = {{1e100}, {-1e100}, {Double.MIN_VALUE}, {3e99}};
        MemoryDesign design = new DesignBuilder(true, true, TWO).build(ArrayExamples.of(x));
        for (double[] row : stored(design, FloatBlock.class)) {
            assertTrue(Math.abs(row[0]) < 4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 700})
    void sparseBlocksHoldTheEntries(int n) {
        double[][] x = rows(n, 20, 0.2);
        MemoryDesign design = new DesignBuilder(true, false, TWO).build(new Entries(x, false));
        double[][] stored = stored(design, SparseBlock.class);
        assertTrue(n == 1 || design.scaling().center()[0] != 0, "the full column is centred");
        for (int j = 1; n > 1 && j < 20; j++) {
            assertEquals(0, design.scaling().center()[j], "a column with zeros is only scaled");
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 20; j++) {
                double expected = x[i][j] == 0
                        ? 0
                        : (x[i][j] - design.scaling().center()[j])
                                * design.scaling().scale()[j];
                assertEquals(expected, stored[i][j]);
            }
        }
    }

    @Test
    void onesAreNotStored() {
        double[][] x = rows(300, 20, 0.2);
        for (double[] row : x) {
            for (int j = 0; j < row.length; j++) {
                row[j] = j > 0 && row[j] != 0 ? 1 : 0;
            }
        }
        for (boolean ones : new boolean[] {false, true}) {
            MemoryDesign design = new DesignBuilder(true, false, TWO).build(new Entries(x, ones));
            for (Block block : blocks(design)) {
                assertNull(((SparseBlock) block).values());
            }
            assertIsScaled(x, Scaling.none(20), stored(design, SparseBlock.class), 0);
        }
    }

    @Test
    void theScalingDoesNotDependOnThreads() {
        double[][] x = rows(20_000, 4, 1);
        Scaling one = new DesignBuilder(true, false, Workers.of(1))
                .build(ArrayExamples.of(x))
                .scaling();
        Scaling eight = new DesignBuilder(true, false, Workers.of(8))
                .build(ArrayExamples.of(x))
                .scaling();
        assertTrue(Arrays.equals(one.center(), eight.center()) && Arrays.equals(one.scale(), eight.scale()));
    }

    @Test
    void aScalingThatIsGivenIsKept() {
        double[][] x = rows(10, 3, 1);
        Scaling given = new Scaling(new double[] {5, 0, 1}, new double[] {2, 0.5, 1});
        MemoryDesign design = new DesignBuilder(true, false, TWO).build(ArrayExamples.of(x), given);
        assertIsScaled(x, given, stored(design, DenseBlock.class), 0);
    }

    @Test
    void noExamplesAreRefusedAndNoFeaturesAreNot() {
        DesignBuilder builder = new DesignBuilder(true, false, TWO);
        assertThrows(InputException.class, () -> builder.build(ArrayExamples.of(new double[0][])));
        MemoryDesign design = builder.build(ArrayExamples.of(new double[400][0]));
        assertEquals(400, design.examples());
        assertEquals(0, design.features());
        assertEquals(0, design.stored());
        assertEquals(400, stored(design, DenseBlock.class).length);
    }

    /** The first example is the origin of the moments: an outlier there must not spoil the scale. */
    @Test
    void anOutlierInTheFirstExampleChangesNothing() {
        double[][] x = rows(1000, 1, 1);
        x[500][0] = 1e12;
        double[][] turned =
                IntStream.range(0, 1000).mapToObj(i -> x[(i + 500) % 1000]).toArray(double[][]::new);
        DesignBuilder builder = new DesignBuilder(true, false, TWO);
        assertEquals(
                builder.build(ArrayExamples.of(x)).scaling().scale()[0],
                builder.build(ArrayExamples.of(turned)).scaling().scale()[0]);
    }
}
