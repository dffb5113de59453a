package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.Design;
import dev.odds.design.DesignBuilder;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.ShardedDesigns;
import dev.odds.design.SparseBlock;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is found does not depend on how the examples are stored, ordered, shared out or scaled. */
class SeparationInvarianceTest {
    private static final int N = 60_000;
    private static final int D = 12;
    /** x_11 = x_0 + x_1 - x_2 but for every fourth example, where it lies beyond by the label; x_10 is a separating dummy. */
    private static final double[][] X = new double[N][D];

    private static final double[] Y = new double[N];

    static {
        Random random = new Random(11);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < 10; j++) {
                X[i][j] = random.nextInt(9) - 4;
            }
            Y[i] = random.nextDouble() < 1 / (1 + Math.exp(-X[i][3] / 4)) ? 1 : 0;
            X[i][10] = i % 1000 == 1 ? Y[i] : 0;
            X[i][11] = X[i][0] + X[i][1] - X[i][2] + (i % 4 == 0 ? (Y[i] - 0.5) * (1 + i % 3) : 0);
        }
    }

    private static void assertSame(SeparationRounds expected, SeparationRounds actual) {
        assertEquals(expected.signs(), actual.signs());
        assertEquals(expected.separated(), actual.separated());
        assertTrue(actual.finite());
    }

    private static SeparationRounds rounds(Design design) {
        return SeparationRounds.of(new Problem(design, ArrayResponse.of(Y), Penalty.none(D), true));
    }

    private static List<Block> blocks(boolean sparse) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < N; from += Block.SIZE) {
            int count = Math.min(Block.SIZE, N - from);
            double[] values = new double[count * D];
            for (int i = 0; i < count; i++) {
                System.arraycopy(X[from + i], 0, values, i * D, D);
            }
            blocks.add(sparse ? sparse(values, count) : new DenseBlock(D, values, count));
        }
        return blocks;
    }

    private static SparseBlock sparse(double[] values, int count) {
        int[] starts = new int[count + 1];
        int[] full =
                IntStream.range(0, values.length).filter(p -> values[p] != 0).toArray();
        for (int p : full) {
            starts[p / D + 1]++;
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        int[] indices = IntStream.of(full).map(p -> p % D).toArray();
        return new SparseBlock(
                D,
                starts,
                indices,
                IntStream.of(full).mapToDouble(p -> values[p]).toArray());
    }

    @Test
    void storageThreadsAndPlaceDoNotMatter() {
        Scaling scaling = Scaling.none(D);
        SeparationRounds expected =
                rounds(new MemoryDesign(blocks(false).toArray(Block[]::new), scaling, Workers.of(1)));
        double[] failure = SeparationEnumerationTest.failures(Y);
        SeparationOracle.check(X, Y, failure, expected.directions(), "dense");
        assertTrue(expected.finite());
        assertTrue(
                expected.separated().cardinality() >= N / 4,
                "separated " + expected.separated().cardinality());
        assertTrue(expected.signs().keySet().containsAll(List.of(0, 1, 2, 10, 11)), "named " + expected.signs());
        assertSame(expected, rounds(new MemoryDesign(blocks(true).toArray(Block[]::new), scaling, Workers.of(2))));
        assertSame(expected, rounds(ShardedDesigns.OnCluster.of(blocks(false), scaling, 3)));
        assertSame(expected, rounds(new DesignBuilder(true, false, Workers.of(2)).build(ArrayExamples.of(X))));
    }

    @Test
    void orderAndScaleDoNotMatter() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, N).boxed().toList());
        SeparationRounds expected = SeparationRounds.of(SeparationRounds.problem(X, Y, true));
        Collections.shuffle(order, new Random(12));
        double[][] x = new double[N][D];
        double[] y = new double[N];
        BitSet separated = new BitSet();
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < D; j++) {
                x[i][j] = X[order.get(i)][j] * Math.scalb(1.0, 3 * j - 15) + (j == 4 ? 1e6 : 0);
            }
            y[i] = Y[order.get(i)];
            separated.set(i, expected.separated().get(order.get(i)));
        }
        SeparationRounds shuffled = SeparationRounds.of(SeparationRounds.problem(x, y, true));
        SeparationOracle.check(x, y, SeparationEnumerationTest.failures(y), shuffled.directions(), "shuffled");
        assertEquals(separated, shuffled.separated());
        assertEquals(expected.signs(), shuffled.signs());
    }
}
