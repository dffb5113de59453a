package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.odds.table.SparseRows;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestTest {
    private static final long SEED = 5;
    private static final int D = 4;

    @ParameterizedTest
    @CsvSource({"1,false", "100,false", "100,true", "1000,false", "1000,true"})
    void whatIsKnownOfColumnsIsWhatTheirBlocksHold(int n, boolean float32) {
        for (double shift : new double[] {0, 1000}) {
            double[] x =
                    new Random(SEED).doubles(n * D, -3, 2).map(v -> v + shift).toArray();
            Examples examples = new MatrixExamples(x, D);
            check(new DesignBuilder(true, float32, Workers.of(2)).build(examples), n, "shift " + shift);
        }
    }

    /** One column is full and so centred, one is empty. */
    @ParameterizedTest
    @CsvSource({"1,false", "1000,false", "1000,true"})
    void ofSparseColumnsToo(int n, boolean float32) {
        Random random = new Random(SEED);
        int[] starts = new int[n + 1];
        int[] indices = new int[n * D];
        double[] values = new double[n * D];
        for (int i = 0; i < n; i++) {
            int at = starts[i];
            for (int j = 0; j < D - 1; j++) {
                if (j == 0 || random.nextBoolean()) {
                    indices[at] = j;
                    values[at++] = 5 + random.nextGaussian();
                }
            }
            starts[i + 1] = at;
        }
        Examples examples = new SparseExamples(
                List.of(new SparseRows(starts, indices, values)), new RowIndex(null, n), D, null, true);
        check(new DesignBuilder(true, float32, Workers.of(2)).build(examples), n, "sparse");
    }

    private static void check(MemoryDesign design, int n, String what) {
        Maxima found = design.sum(
                ArrayResponse.of(new double[n]),
                Maxima::new,
                (block, y, into) -> block.maxima(0, block.examples(), into.values));
        assertArrayEquals(found.values, design.largest(), "seed " + SEED + ", " + what);
    }

    private static final class Maxima implements Sum<Maxima> {
        private static final long serialVersionUID = 1L;

        private final double[] values = new double[D];

        @Override
        public void merge(Maxima other) {
            for (int j = 0; j < D; j++) {
                values[j] = Math.max(values[j], other.values[j]);
            }
        }
    }
}
