package dev.odds.spark.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

class RowReaderTest {
    private static final DataColumns PLAIN = new DataColumns("features", "label", null, null);
    private static final DataColumns ALL = new DataColumns("features", "label", "weight", "offset");
    private static final int[] NONE = {};

    @Test
    void keepsDenseVectorsDense() {
        Chunk chunk = only(new VectorRows()
                .add(Vectors.dense(1, 2, 0), 1.0)
                .add(Vectors.dense(4, 5, 6), 0.0)
                .read(PLAIN));
        assertArrayEquals(new double[] {1, 2, 0, 4, 5, 6}, chunk.dense());
        assertNull(chunk.sparse());
        assertArrayEquals(new byte[] {1, 0}, chunk.labels());
        assertNull(chunk.weights());
        assertNull(chunk.offsets());
    }

    @Test
    void storesWhatIsMostlyZeroAsSparseWithoutStoredZeros() {
        Chunk chunk = only(new VectorRows()
                .add(Vectors.sparse(9, new int[] {2, 4, 7}, new double[] {3, 0, -0.0}), 1.0)
                .add(Vectors.dense(0, 0, 0, 0, 0, 0, 0, 0, 8), 0.0)
                .read(PLAIN));
        assertNull(chunk.dense());
        assertArrayEquals(new int[] {0, 1, 2}, chunk.sparse().starts());
        assertArrayEquals(new int[] {2, 8}, chunk.sparse().indices());
        assertArrayEquals(new double[] {3, 8}, chunk.sparse().values());
    }

    @Test
    void storesFullSparseVectorsAsDense() {
        Chunk chunk = only(new VectorRows()
                .add(Vectors.sparse(3, new int[] {0, 2}, new double[] {3, 4}), 1.0)
                .read(PLAIN));
        assertArrayEquals(new double[] {3, 0, 4}, chunk.dense());
    }

    @Test
    void storesNoValuesWhereAllAreOne() {
        Chunk chunk = only(new VectorRows()
                .add(Vectors.sparse(4, new int[] {1, 3}, new double[] {1, 1}), 1.0)
                .add(Vectors.dense(1, 1, 1, 1), 0.0)
                .read(PLAIN));
        assertNull(chunk.sparse().values());
        assertArrayEquals(new int[] {1, 3, 0, 1, 2, 3}, chunk.sparse().indices());
    }

    @Test
    void readsVectorsWithoutFeatures() {
        Chunk chunk = only(new VectorRows()
                .add(Vectors.dense(new double[0]), 1.0)
                .add(Vectors.sparse(0, NONE, new double[0]), 0.0)
                .read(PLAIN));
        assertEquals(0, chunk.features());
        assertEquals(2, chunk.rows());
        assertEquals(0, chunk.dense().length);
    }

    @Test
    void readsVectorsOfZerosOnly() {
        Chunk chunk = only(new VectorRows().add(Vectors.zeros(5), 1.0).read(PLAIN));
        assertEquals(5, chunk.features());
        assertArrayEquals(new int[] {0, 0}, chunk.sparse().starts());
    }

    @Test
    void readsWeightsAndOffsetsWhereTheyAre() {
        Vector x = Vectors.dense(2);
        VectorRows rows = new VectorRows().add(x, 1.0, 1.0, 0.0).add(x, 0.0, 0.5, -3.0);
        Chunk both = only(rows.read(ALL));
        assertArrayEquals(new double[] {1, 0.5}, both.weights());
        assertArrayEquals(new double[] {0, -3}, both.offsets());
        Chunk one = only(new VectorRows().add(x, 1.0, 4.0).read(new DataColumns("features", "label", null, "offset")));
        assertNull(one.weights());
        assertArrayEquals(new double[] {4}, one.offsets());
        assertNull(only(new VectorRows().add(x, 1.0, 1.0, 0.0).read(ALL)).weights());
    }

    @Test
    void cutsByRowsAndByValues() {
        VectorRows narrow = new VectorRows();
        for (int i = 0; i < 2 * ChunkBuilder.ROWS + 3; i++) {
            narrow.add(Vectors.dense(i), 1.0);
        }
        List<Rows> chunks = narrow.read(PLAIN);
        assertEquals(3, chunks.size());
        assertEquals(2 * ChunkBuilder.ROWS, ((Chunk) chunks.get(2)).dense()[0]);
        double[] wide = new double[ChunkBuilder.VALUES];
        Arrays.fill(wide, 7);
        List<Rows> single = new VectorRows()
                .add(Vectors.dense(wide), 1.0)
                .add(Vectors.dense(wide), 0.0)
                .read(PLAIN);
        assertEquals(2, single.size());
        assertEquals(1, ((Chunk) single.get(1)).rows());
    }

    @Test
    void readsEveryMixtureAsANaiveReadingDoes() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            int features = random.nextInt(12);
            double density = random.nextDouble();
            double[][] expected = new double[1 + random.nextInt(40)][];
            VectorRows rows = new VectorRows();
            for (int i = 0; i < expected.length; i++) {
                Vector vector = vector(features, density, random);
                expected[i] = vector.toArray();
                rows.add(vector, (double) random.nextInt(2));
            }
            Chunk chunk = only(rows.read(PLAIN));
            String told = "seed " + seed;
            assertEquals(features, chunk.features(), told);
            assertEquals(expected.length, chunk.rows(), told);
            for (int i = 0; i < expected.length; i++) {
                assertArrayEquals(expected[i], row(chunk, i), told);
            }
            assertSmallerForm(chunk, expected, told);
        }
    }

    private static void assertSmallerForm(Chunk chunk, double[][] expected, String told) {
        long nonZeros = Arrays.stream(expected)
                .flatMapToDouble(Arrays::stream)
                .filter(x -> x != 0)
                .count();
        long others = Arrays.stream(expected)
                .flatMapToDouble(Arrays::stream)
                .filter(x -> x != 0 && x != 1)
                .count();
        long sparse = (others == 0 ? 4 : 12) * nonZeros;
        assertEquals(8L * chunk.rows() * chunk.features() <= sparse, chunk.dense() != null, told);
        if (chunk.sparse() != null) {
            assertEquals(nonZeros, chunk.sparse().indices().length, told);
            assertEquals(others == 0, chunk.sparse().values() == null, told);
        }
    }

    private static Vector vector(int features, double density, Random random) {
        double[] values = new double[features];
        for (int j = 0; j < features; j++) {
            values[j] = random.nextDouble() < density ? random.nextInt(4) - 1 : 0;
        }
        Vector dense = Vectors.dense(values);
        return random.nextBoolean() ? dense : dense.toSparse();
    }

    private static double[] row(Chunk chunk, int i) {
        if (chunk.dense() != null) {
            return Arrays.copyOfRange(chunk.dense(), i * chunk.features(), (i + 1) * chunk.features());
        }
        double[] row = new double[chunk.features()];
        int[] starts = chunk.sparse().starts();
        for (int p = starts[i]; p < starts[i + 1]; p++) {
            row[chunk.sparse().indices()[p]] =
                    chunk.sparse().values() == null ? 1 : chunk.sparse().values()[p];
        }
        return row;
    }

    private static Chunk only(List<Rows> read) {
        assertEquals(1, read.size());
        assertNotNull(read.get(0));
        assertTrue(read.get(0) instanceof Chunk, () -> read.get(0).toString());
        return (Chunk) read.get(0);
    }
}
