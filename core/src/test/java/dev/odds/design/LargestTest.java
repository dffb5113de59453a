package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

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
            MemoryDesign design = new DesignBuilder(true, float32, Workers.of(2)).build(examples);
            Maxima found = design.sum(
                    ArrayResponse.of(new double[n]),
                    Maxima::new,
                    (block, y, into) -> block.maxima(0, block.examples(), into.values));
            assertArrayEquals(found.values, design.largest(), "seed " + SEED + ", shift " + shift);
        }
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
