package dev.odds.bench;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.Workers;
import dev.odds.kernel.Body;
import dev.odds.kernel.Loops;
import dev.odds.kernel.Workspace;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Need;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the same bits cost: each rule of docs/reproducibility.md beside a twin without it, on one thread. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class SameBitsBenchmark {
    private static final int RUN = 64;

    /** Some 4 million normal numbers and labels of either kind. */
    @State(Scope.Benchmark)
    public static class Data {
        private static final int VALUES = 1 << 22;

        /** d. */
        @Param({"28", "100", "784"})
        public int features;

        private Block[] blocks;
        private double[] labels;
        private double[] failures;
        private double[] x;
        private LogisticObjective objective;

        /** From a fixed seed. */
        @Setup
        public void fill() {
            Random random = new Random(1);
            int n = VALUES / features / Block.SIZE * Block.SIZE;
            blocks = new Block[n / Block.SIZE];
            for (int b = 0; b < blocks.length; b++) {
                double[] values = random.doubles(Block.SIZE * features, -1, 1).toArray();
                blocks[b] = new DenseBlock(features, values, Block.SIZE, Body.FASTEST);
            }
            labels = random.ints(n, 0, 2).asDoubleStream().toArray();
            failures = new double[n];
            for (int i = 0; i < n; i++) {
                failures[i] = 1 - labels[i];
            }
            x = random.doubles(features + 1, -0.1, 0.1).toArray();
            MemoryDesign design = new MemoryDesign(blocks, Scaling.none(features), Workers.of(1));
            objective =
                    new LogisticObjective(new Problem(design, ArrayResponse.of(labels), Penalty.none(features), true));
        }
    }

    /** Value and gradient with shards, merges and compensated sums. */
    @Benchmark
    public double[] gradient(Data data) {
        return data.objective.at(data.x, Need.GRADIENT).gradient();
    }

    /** The same loops into one plain sum. */
    @Benchmark
    public double[] gradientInPlainSums(Data data) {
        Loops loops = Body.FASTEST.loops();
        int d = data.features;
        double[] gradient = new double[d + 1];
        dev.odds.kernel.Tile tile = dev.odds.kernel.Tile.of(RUN);
        double[] z = tile.z();
        for (int first = 0; first < data.labels.length; first += RUN) {
            double[] values = ((DenseBlock) data.blocks[first / Block.SIZE]).values();
            int at = first % Block.SIZE * d;
            loops.logits(values, at, d, RUN, data.x, 0, z, 0, new Workspace());
            for (int i = 0; i < RUN; i++) {
                z[i] += data.x[d];
            }
            loops.tile(tile, data.labels, data.failures, first, RUN, null, 0);
            loops.accumulate(values, at, d, d, RUN, z, 0, gradient, 0, new Workspace());
            for (int i = 0; i < RUN; i++) {
                gradient[d] += z[i];
            }
        }
        return gradient;
    }

    /** The first block, in cache: its logits in 16 lanes. */
    @Benchmark
    public double[] logits(Data data) {
        double[] z = new double[Block.SIZE];
        Body.FASTEST.loops().logits(values(data), 0, data.features, Block.SIZE, data.x, 0, z, 0, new Workspace());
        return z;
    }

    /** The same in as many lanes as the machine likes, folded as it likes. */
    @Benchmark
    public double[] logitsInAnyOrder(Data data) {
        double[] z = new double[Block.SIZE];
        for (int i = 0; i < Block.SIZE; i++) {
            z[i] = AnyOrder.dot(values(data), i * data.features, data.x, data.features);
        }
        return z;
    }

    private static double[] values(Data data) {
        return ((DenseBlock) data.blocks[0]).values();
    }

    /** A dot product in four vectors. */
    private static final class AnyOrder {
        private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
        private static final int V = S.length();

        static double dot(double[] x, int at, double[] theta, int d) {
            DoubleVector a = DoubleVector.zero(S);
            DoubleVector b = a;
            DoubleVector c = a;
            DoubleVector e = a;
            int j = 0;
            for (; j + 4 * V <= d; j += 4 * V) {
                a = load(x, at + j).fma(load(theta, j), a);
                b = load(x, at + j + V).fma(load(theta, j + V), b);
                c = load(x, at + j + 2 * V).fma(load(theta, j + 2 * V), c);
                e = load(x, at + j + 3 * V).fma(load(theta, j + 3 * V), e);
            }
            for (; j + V <= d; j += V) {
                a = load(x, at + j).fma(load(theta, j), a);
            }
            double sum = a.add(b).add(c.add(e)).reduceLanes(VectorOperators.ADD);
            for (; j < d; j++) {
                sum = Math.fma(x[at + j], theta[j], sum);
            }
            return sum;
        }

        private static DoubleVector load(double[] x, int at) {
            return DoubleVector.fromArray(S, x, at);
        }
    }

    /** 1024 logits and labels. */
    @State(Scope.Benchmark)
    public static class Tile {
        private static final int COUNT = 1024;

        private final double[] z = new Random(1).doubles(COUNT, -8, 8).toArray();
        private final double[] success =
                new Random(2).ints(COUNT, 0, 2).asDoubleStream().toArray();
        private final double[] failure = new double[COUNT];
        private final dev.odds.kernel.Tile tile = dev.odds.kernel.Tile.of(COUNT);

        /** The labels as two weights. */
        @Setup
        public void fill() {
            for (int i = 0; i < COUNT; i++) {
                failure[i] = 1 - success[i];
            }
        }

        private double of(Body body) {
            System.arraycopy(z, 0, tile.z(), 0, COUNT);
            body.loops().tile(tile, success, failure, 0, COUNT, null, 0);
            return tile.lanes()[0];
        }
    }

    /** Loss and residual by the polynomials of Odds, in SIMD. */
    @Benchmark
    public double tile(Tile tile) {
        return tile.of(Body.FASTEST);
    }

    /** The same without SIMD. */
    @Benchmark
    public double tileScalar(Tile tile) {
        return tile.of(Body.SCALAR);
    }

    /** The same by the functions of this JVM, whose last bits are its own. */
    @Benchmark
    public double tileOfMath(Tile tile) {
        double loss = 0;
        for (int i = 0; i < Tile.COUNT; i++) {
            double z = tile.z[i];
            double e = Math.exp(-Math.abs(z));
            double wrong = z >= 0 ? tile.failure[i] : tile.success[i];
            loss += wrong * Math.abs(z) + (tile.success[i] + tile.failure[i]) * Math.log1p(e);
            tile.tile.z()[i] = z >= 0
                    ? (tile.failure[i] - tile.success[i] * e) / (1 + e)
                    : (tile.failure[i] * e - tile.success[i]) / (1 + e);
        }
        return loss;
    }
}
