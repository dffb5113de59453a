package dev.odds.bench;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Scaling;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Workers;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.objective.VectorSum;
import dev.odds.optimize.Need;
import dev.odds.optimize.Point;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/**
 * One value and gradient over X in memory, with the limit beside it: a mere sum over the same blocks. 320 MB of X, far beyond the
 * caches. A gradient without one finite number would be a bug, so it is thrown.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseParallelGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GradientBenchmark {
    private static final int VALUES = 40_000_000;

    /** d. */
    @Param({"20", "100", "784"})
    public int features;

    @Param({"1", "2"})
    public int threads;

    private Problem problem;
    private double[] x;

    /** X of normal numbers from a fixed seed. */
    @Setup
    public void fill() {
        int n = VALUES / features;
        Random random = new Random(1);
        Block[] blocks = new Block[(n + Block.SIZE - 1) / Block.SIZE];
        double[] normal = random.doubles(1 << 16, -1, 1).toArray();
        for (int b = 0; b < blocks.length; b++) {
            int count = Math.min(Block.SIZE, n - b * Block.SIZE);
            double[] values = new double[count * features];
            int shift = random.nextInt(normal.length);
            for (int v = 0; v < values.length; v++) {
                values[v] = normal[(v + shift) & (normal.length - 1)];
            }
            blocks[b] = new DenseBlock(features, values, count);
        }
        double[] labels = new double[n];
        for (int i = 0; i < n; i++) {
            labels[i] = random.nextInt(2);
        }
        MemoryDesign design = new MemoryDesign(blocks, Scaling.none(features), Workers.of(threads));
        problem = new Problem(design, ArrayResponse.of(labels), Penalty.none(features), true);
        x = random.doubles(features + 1, -0.1, 0.1).toArray();
    }

    /** Value and gradient. */
    @Benchmark
    public double[] gradient() {
        Point point = new LogisticObjective(problem).at(x, Need.GRADIENT);
        if (!Double.isFinite(point.value() + point.gradient()[0])) {
            throw new IllegalStateException("not finite");
        }
        return point.gradient();
    }

    /** Value, gradient and Hessian. */
    @Benchmark
    public double[] hessian() {
        return new LogisticObjective(problem).at(x, Need.HESSIAN).hessian().packed();
    }

    /** The limit: every value read once. */
    @Benchmark
    public double read() {
        return problem.design()
                .sum(problem.response(), () -> new VectorSum(1), new Read())
                .values()[0];
    }

    private record Read() implements Step<VectorSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, VectorSum into) {
            double[] v = ((DenseBlock) block).values();
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = 0;
            for (; i + 4 <= v.length; i += 4) {
                a += v[i];
                b += v[i + 1];
                c += v[i + 2];
                d += v[i + 3];
            }
            into.values()[0] += a + b + c + d;
        }
    }
}
