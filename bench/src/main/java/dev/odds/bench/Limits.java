package dev.odds.bench;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.FloatBlock;
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
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A gradient against the fastest reading of the same X, and a Hessian against the fastest multiply-add loop, in turn in one
 * process: medians of the pairs. Arguments: megabytes of X, threads, pairs, "double" or "float", then every d.
 */
public final class Limits {
    private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 1_000_000;
    /** Beyond, a Hessian takes too long. */
    private static final int WIDEST = 1_000;

    private Limits() {}

    public static void main(String[] args) {
        long bytes = Long.parseLong(args[0]) << 20;
        int threads = Integer.parseInt(args[1]);
        int pairs = Integer.parseInt(args[2]);
        boolean narrow = args[3].equals("float");
        for (int a = 4; a < args.length; a++) {
            int d = Integer.parseInt(args[a]);
            measure((int) (bytes / (narrow ? 4 : 8) / d), d, threads, pairs, narrow);
        }
    }

    private static void measure(int n, int d, int threads, int pairs, boolean narrow) {
        Problem problem = problem(n, d, threads, narrow);
        double[] x = new Random(2).doubles(d + 1, -0.1, 0.1).toArray();
        LogisticObjective f = new LogisticObjective(problem);
        double[] read = new double[pairs];
        double[] gradient = new double[pairs];
        double[] multiply = new double[pairs];
        double[] hessian = new double[pairs];
        double sink = 0;
        for (int p = -3; p < pairs; p++) {
            long start = System.nanoTime();
            sink += problem.design()
                    .sum(problem.response(), () -> new VectorSum(1), new Read())
                    .values()[0];
            long afterRead = System.nanoTime();
            sink += f.at(x, Need.GRADIENT).value();
            long afterGradient = System.nanoTime();
            Workers.of(threads).run(threads, t -> multiply(x));
            long afterMultiply = System.nanoTime();
            sink += d <= WIDEST ? f.at(x, Need.HESSIAN).value() : 0;
            long end = System.nanoTime();
            if (p >= 0) {
                read[p] = afterRead - start;
                gradient[p] = afterGradient - afterRead;
                multiply[p] = 16.0 * D.length() * CHAINS * threads / (afterMultiply - afterGradient);
                hessian[p] = end - afterMultiply;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "d %d, n %d, %s, %d threads: read %.2f ms (%.1f GB/s), gradient %.2f ms, %.0f %% of the limit%s%s%n",
                d,
                n,
                narrow ? "float32" : "float64",
                threads,
                median(read) / 1e6,
                (double) n * d * (narrow ? 4 : 8) / median(read),
                median(gradient) / 1e6,
                100 * median(read) / median(gradient),
                d <= WIDEST ? gram(n, d, median(hessian), median(gradient), median(multiply)) : "",
                Double.isFinite(sink) ? "" : " (not finite)");
    }

    /** What a Hessian takes and its product beyond the gradient, against so many operations in a nanosecond. */
    private static String gram(int n, int d, double hessian, double gradient, double most) {
        double rate = (double) n * (d + 1) * (d + 2) / Math.max(1, hessian - gradient);
        return String.format(
                Locale.ROOT,
                "; Hessian %.1f ms, %.1f Gflop/s, %.0f %% of %.1f",
                hessian / 1e6,
                rate,
                100 * rate / most,
                most);
    }

    private static double median(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Problem problem(int n, int d, int threads, boolean narrow) {
        Random random = new Random(1);
        double[] uniform = random.doubles(1 << 16, -1, 1).toArray();
        Block[] blocks = new Block[(n + Block.SIZE - 1) / Block.SIZE];
        for (int b = 0; b < blocks.length; b++) {
            int count = Math.min(Block.SIZE, n - b * Block.SIZE);
            int shift = random.nextInt(uniform.length);
            double[] values = new double[narrow ? 0 : count * d];
            float[] floats = new float[narrow ? count * d : 0];
            for (int v = 0; v < count * d; v++) {
                double value = uniform[(v + shift) & (uniform.length - 1)];
                if (narrow) {
                    floats[v] = (float) value;
                } else {
                    values[v] = value;
                }
            }
            blocks[b] = narrow ? new FloatBlock(d, floats, count) : new DenseBlock(d, values, count);
        }
        double[] labels = random.ints(n, 0, 2).asDoubleStream().toArray();
        MemoryDesign design = new MemoryDesign(blocks, Scaling.none(d), Workers.of(threads));
        return new Problem(design, ArrayResponse.of(labels), Penalty.none(d), true);
    }

    /** Eight independent chains: as many as two units with a latency of four cycles need. */
    private static void multiply(double[] x) {
        DoubleVector t = DoubleVector.broadcast(D, x[0]);
        DoubleVector a = t;
        DoubleVector b = t;
        DoubleVector c = t;
        DoubleVector e = t;
        DoubleVector g = t;
        DoubleVector h = t;
        DoubleVector i = t;
        DoubleVector j = t;
        for (int k = 0; k < CHAINS; k++) {
            a = a.fma(t, t);
            b = b.fma(t, t);
            c = c.fma(t, t);
            e = e.fma(t, t);
            g = g.fma(t, t);
            h = h.fma(t, t);
            i = i.fma(t, t);
            j = j.fma(t, t);
        }
        double[] out = new double[D.length()];
        a.add(b).add(c).add(e).add(g).add(h).add(i).add(j).intoArray(out, 0);
        if (Double.isNaN(out[0])) {
            throw new IllegalStateException("not a number");
        }
    }

    private record Read() implements Step<VectorSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, VectorSum into) {
            into.values()[0] +=
                    block instanceof DenseBlock dense ? sum(dense.values()) : sum(((FloatBlock) block).values());
        }

        private static double sum(double[] v) {
            DoubleVector a = DoubleVector.zero(D);
            DoubleVector b = a;
            DoubleVector c = a;
            DoubleVector d = a;
            int step = 4 * D.length();
            for (int i = 0; i + step <= v.length; i += step) {
                a = a.add(DoubleVector.fromArray(D, v, i));
                b = b.add(DoubleVector.fromArray(D, v, i + D.length()));
                c = c.add(DoubleVector.fromArray(D, v, i + 2 * D.length()));
                d = d.add(DoubleVector.fromArray(D, v, i + 3 * D.length()));
            }
            double[] out = new double[D.length()];
            a.add(b).add(c).add(d).intoArray(out, 0);
            return out[0] + out[1];
        }

        private static double sum(float[] v) {
            FloatVector a = FloatVector.zero(F);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            int step = 4 * F.length();
            for (int i = 0; i + step <= v.length; i += step) {
                a = a.add(FloatVector.fromArray(F, v, i));
                b = b.add(FloatVector.fromArray(F, v, i + F.length()));
                c = c.add(FloatVector.fromArray(F, v, i + 2 * F.length()));
                d = d.add(FloatVector.fromArray(F, v, i + 3 * F.length()));
            }
            float[] out = new float[F.length()];
            a.add(b).add(c).add(d).intoArray(out, 0);
            return out[0] + out[1];
        }
    }
}
