package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.RandomData;
import dev.odds.kernel.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns hold what the examples hold, whatever blocks these are in, and their sums are those of the plain formulas. */
class ColumnsTest {
    private static final long ENOUGH = 1L << 30;

    /** X once as a block of each kind. */
    private record Stored(String kind, double[][] x, Block[] blocks) {
        MemoryDesign design(int threads) {
            return new MemoryDesign(blocks, Scaling.none(x[0].length), Workers.of(threads));
        }

        double[] column(int j) {
            return Arrays.stream(x).mapToDouble(row -> row[j]).toArray();
        }
    }

    private static List<Stored> everyKind(long seed, int n, int d) {
        RandomData thin = RandomData.of(seed, n, d, 0.1);
        RandomData thick = RandomData.of(seed, n, d, 0.9);
        double[][] ones = Arrays.stream(thin.x())
                .map(row -> Arrays.stream(row).map(Math::signum).map(Math::abs).toArray())
                .toArray(double[][]::new);
        RandomData flags = new RandomData(ones, thin.y(), thin.weights(), thin.offset());
        RandomMixture mixture = RandomMixture.of(new Random(seed), n, 3, 4);
        return List.of(
                new Stored("sparse", thin.x(), thin.sparse().toArray(Block[]::new)),
                new Stored("dense", thick.x(), thick.dense().toArray(Block[]::new)),
                new Stored("dense with zeros", thin.x(), thin.dense().toArray(Block[]::new)),
                new Stored("ones", ones, flags.sparse().toArray(Block[]::new)),
                new Stored("mixed", mixture.x(), mixture.blocks()),
                narrow(thick));
    }

    private static Stored narrow(RandomData data) {
        double[][] x = Arrays.stream(data.x())
                .map(row -> Arrays.stream(row).map(v -> (float) v).toArray())
                .toArray(double[][]::new);
        return new Stored(
                "float32", x, data.dense().stream().map(ColumnsTest::narrow).toArray(Block[]::new));
    }

    private static Block narrow(DenseBlock block) {
        float[] values = new float[block.values().length];
        for (int p = 0; p < values.length; p++) {
            values[p] = (float) block.values()[p];
        }
        return new FloatBlock(block.features(), values, block.examples());
    }

    private static double[] unit(int n, int i) {
        double[] unit = new double[n];
        unit[i] = 1;
        return unit;
    }

    private static int[] all(int d) {
        return IntStream.range(0, d).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 700})
    void holdWhatTheExamplesHold(int n) {
        for (Stored stored : everyKind(11, n, 9)) {
            int[] some = {1, 2, 5, 8};
            Columns columns = stored.design(2).columns(some, ENOUGH).orElseThrow();
            assertEquals(n, columns.examples());
            for (int k = 0; k < some.length; k++) {
                double[] column = stored.column(some[k]);
                double[] held = new double[n];
                for (int i = 0; i < n; i++) {
                    held[i] = columns.dot(k, unit(n, i), new Workspace());
                }
                assertArrayEquals(column, held, stored.kind());
                assertEquals(k, columns.place(some[k]));
            }
            assertTrue(columns.place(0) < 0);
        }
    }

    @Test
    void sumsAreThoseOfThePlainFormulas() {
        int n = 1300;
        Random random = new Random(12);
        double[] c = random.doubles(n).toArray();
        double[] r = random.doubles(n, -1, 1).toArray();
        double total = Arrays.stream(c).sum();
        for (Stored stored : everyKind(12, n, 6)) {
            Columns columns =
                    stored.design(2).columns(all(stored.x()[0].length), ENOUGH).orElseThrow();
            for (int k = 0; k < columns.features().length; k++) {
                double[] x = stored.column(k);
                double dot = 0;
                double spread = 0;
                double[] moved = r.clone();
                double[] into = r.clone();
                columns.add(k, 0.7, c, into);
                for (int i = 0; i < n; i++) {
                    dot += x[i] * r[i];
                    spread += c[i] * (x[i] - 0.3) * (x[i] - 0.3);
                    moved[i] += 0.7 * c[i] * x[i];
                }
                assertEquals(dot, columns.dot(k, r, new Workspace()), 1e-12 * n, stored.kind());
                assertEquals(spread, columns.spread(k, c, total, 0.3, new Workspace()), 1e-12 * n, stored.kind());
                assertArrayEquals(moved, into, 1e-15, stored.kind());
            }
        }
    }

    @Test
    void areTheSameBitsOnAnyNumberOfThreads() {
        double[] r = new Random(13).doubles(60_000, -1, 1).toArray();
        for (Stored stored : everyKind(13, r.length, 24)) {
            int[] features = all(stored.x()[0].length);
            Columns one = stored.design(1).columns(features, ENOUGH).orElseThrow();
            Columns three = stored.design(3).columns(features, ENOUGH).orElseThrow();
            for (int k : features) {
                assertEquals(one.dot(k, r, new Workspace()), three.dot(k, r, new Workspace()), 0.0, stored.kind());
            }
        }
    }

    /** 12 bytes an entry where it has a value, 4 where it is 1, 8 an example where most have one; stored zeros take none. */
    @Test
    void takeTheLeastRoom() {
        int n = 600;
        for (Stored stored : everyKind(14, n, 7)) {
            long bytes = 0;
            for (int j = 0; j < stored.x()[0].length; j++) {
                double[] x = stored.column(j);
                long entries = Arrays.stream(x).filter(v -> v != 0).count();
                boolean ones = Arrays.stream(x).allMatch(v -> v == 0 || v == 1);
                bytes += ones ? 4 * entries : 3 * entries < n ? 12 * entries : 8L * n;
            }
            int[] features = all(stored.x()[0].length);
            Columns columns = stored.design(2).columns(features, bytes).orElseThrow();
            assertEquals(bytes, columns.bytes(), stored.kind());
            assertTrue(stored.design(2).columns(features, bytes - 1).isEmpty(), "more bytes than allowed");
        }
    }

    @Test
    void aFullColumnWithoutSpreadHasNone() {
        int n = 700;
        double[][] x = new double[n][];
        Arrays.setAll(x, i -> new double[] {1, 3});
        RandomData data = new RandomData(x, new double[n], null, null);
        double[] c = new Random(15).doubles(n).toArray();
        double total = Arrays.stream(c).sum();
        Columns columns = new MemoryDesign(data.dense().toArray(Block[]::new), Scaling.none(2), Workers.of(1))
                .columns(all(2), ENOUGH)
                .orElseThrow();
        assertEquals(0, columns.spread(0, c, total, 1, new Workspace()));
        assertEquals(0, columns.spread(1, c, total, 3, new Workspace()));
    }

    @Test
    void aDesignElsewhereHasNone(@TempDir Path folder) throws IOException {
        Scaling none = Scaling.none(2);
        Examples x = new MatrixExamples(new double[] {1, 2, 3, 4}, 2);
        Design onDisk = ShardedDesigns.OnDisk.write(folder.resolve("x"), x, none);
        assertFalse(onDisk.columns(all(2), ENOUGH).isPresent());
    }
}
