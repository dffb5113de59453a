package dev.odds.bench;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Block;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Encoded;
import dev.odds.design.Encoder;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Roles;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.design.Workers;
import dev.odds.kernel.Workspace;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Need;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The two products of a sparse gradient, theta^T X and X r^T, and a whole gradient, for {@code bench/rivals/sparse_products.py}, which
 * measures SciPy in turn. For every line of input it answers "products gradient", medians in milliseconds.
 *
 * <pre>SparseReading THREADS FOLDER</pre>
 */
public final class SparseReading {
    private static final int RUN = 64;
    private static final int READINGS = 200;

    private SparseReading() {}

    public static void main(String[] args) throws IOException {
        Problem problem = problem(Integer.parseInt(args[0]), Path.of(args[1]));
        double[] theta = new Random(1).doubles(problem.size(), -0.1, 0.1).toArray();
        LogisticObjective f = new LogisticObjective(problem);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (lines.readLine() != null) {
            double products = median(
                    () -> problem.design().sum(problem.response(), () -> new Products(theta.length), new Both(theta)));
            double gradient = median(() -> f.at(theta, Need.GRADIENT));
            System.out.printf(Locale.ROOT, "%.4f %.4f%n", products, gradient);
        }
    }

    private static Problem problem(int threads, Path folder) throws IOException {
        RivalNumbers numbers = RivalNumbers.read(folder);
        List<String> names = IntStream.range(0, numbers.features())
                .mapToObj(Integer::toString)
                .toList();
        SparseRows rows = new SparseRows(numbers.starts(), numbers.indices(), numbers.values());
        Encoded encoded =
                Encoder.fit(new SparseTable("numbers", numbers.labels(), List.of(rows), names), Roles.labelled());
        MemoryDesign design = new DesignBuilder(false, false, Workers.of(threads)).build(encoded.examples());
        return new Problem(design, ArrayResponse.of(numbers.labels()), Penalty.none(design.features()), false);
    }

    private static double median(Runnable reading) {
        double[] times = new double[READINGS];
        for (int k = 0; k < READINGS; k++) {
            long start = System.nanoTime();
            reading.run();
            times[k] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[READINGS / 2];
    }

    /** X (theta^T X)^T. */
    private static final class Products implements Sum<Products> {
        private static final long serialVersionUID = 1L;

        private final double[] sums;
        private final double[] z = new double[RUN];
        private final transient Workspace space = new Workspace();

        Products(int features) {
            sums = new double[features];
        }

        @Override
        public void merge(Products other) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += other.sums[j];
            }
        }
    }

    private record Both(double[] theta) implements Step<Products> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block x, Slice y, Products into) {
            int d = x.features();
            for (int from = 0; from < x.examples(); from += RUN) {
                int to = Math.min(from + RUN, x.examples());
                x.logits(from, to, theta, d, 1, into.z, into.space);
                x.accumulate(from, to, into.z, 1, into.sums, 0, d, into.space);
            }
        }
    }
}
