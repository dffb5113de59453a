package dev.odds.bench;

import dev.odds.LogisticRegression;
import dev.odds.Optimum;
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
 * One fit of a small problem from an array, certificate included, as a service would ask for it; with {@code -t} on many threads, with
 * {@code -prof gc} the bytes allocated. Problem after problem, so that no branch can be learnt by heart. A fit that does not converge is
 * a bug, so it is thrown.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SmallFitBenchmark {
    private static final int PROBLEMS = 64;

    /** n. */
    @Param("100")
    public int examples;

    /** d. */
    @Param("5")
    public int features;

    private final LogisticRegression spec = LogisticRegression.create();
    private double[][] x;
    private double[][] y;
    private int next;

    /** X of normal numbers, labels of logistic models, from a fixed seed. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        x = new double[PROBLEMS][examples * features];
        y = new double[PROBLEMS][examples];
        for (int p = 0; p < PROBLEMS; p++) {
            double[] theta = random.doubles(features, -1, 1).toArray();
            for (int i = 0; i < examples; i++) {
                double z = 0.3;
                for (int j = 0; j < features; j++) {
                    x[p][i * features + j] = random.nextGaussian();
                    z += theta[j] * x[p][i * features + j];
                }
                y[p][i] = random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
            }
        }
    }

    /** The fit. */
    @Benchmark
    public Optimum fit() {
        next = (next + 1) % PROBLEMS;
        Optimum optimum = spec.solve(x[next], features, y[next]);
        if (!optimum.converged()) {
            throw new IllegalStateException("problem " + next + " did not converge");
        }
        return optimum;
    }
}
