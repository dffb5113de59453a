package dev.odds.bench;

import dev.odds.LambdaPoint;
import dev.odds.LogisticRegression;
import dev.odds.Optimum;
import dev.odds.Prepared;
import dev.odds.Shrinkage;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Roles;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import dev.odds.train.Grid;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fits the elastic nets of {@code bench/penalty_sweep}.
 *
 * <pre>PenaltySweep FOLDER</pre>
 *
 * Reads the designs of FOLDER/designs.tsv and writes FOLDER/odds.tsv: design, whether each lambda alone or as a path, number of the lambda,
 * gap, its kind, whether converged, estimates.
 */
public final class PenaltySweep {
    private static final double TOLERANCE = 1e-13;
    /** Of a CSV, before the features: weights of failure and success, offset. */
    private static final int OTHERS = 3;

    private final Path folder;
    private final PrintWriter out;

    private PenaltySweep(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("odds.tsv")))) {
            PenaltySweep sweep = new PenaltySweep(folder, out);
            for (String line : Files.readAllLines(folder.resolve("designs.tsv"))) {
                sweep.design(line.split("\t"));
            }
        }
    }

    /** id, l1Ratio, standardize, bias, sparse, lambdas, factors, lower, upper. */
    private void design(String[] fields) throws IOException {
        double[] lambdas = numbers(fields[5]);
        Shrinkage shrinkage = new Shrinkage(
                lambdas[0],
                Double.parseDouble(fields[1]),
                fields[2].equals("TRUE"),
                named(fields[6], 1),
                named(fields[7], Double.NEGATIVE_INFINITY),
                named(fields[8], Double.POSITIVE_INFINITY));
        LogisticRegression spec = LogisticRegression.create()
                .withShrinkage(shrinkage)
                .withBias(fields[3].equals("TRUE"))
                .withTolerance(TOLERANCE);
        double[][] rows = Files.readAllLines(folder.resolve(fields[0] + ".csv")).stream()
                .skip(1)
                .map(PenaltySweep::numbers)
                .toArray(double[][]::new);
        Prepared prepared = fields[4].equals("TRUE") ? sparse(spec, rows) : dense(spec, rows);
        tell(fields[0], "alone", prepared.solve(prepared.lambdas(lambdas)));
        List<LambdaPoint> path = prepared.path(Grid.of(lambdas)).points();
        tell(fields[0], "path", path.stream().map(LambdaPoint::optimum).toList());
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.replace("Inf", "Infinity").split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** By the features' names, those that are {@code usual} left out. */
    private static Map<String, Double> named(String list, double usual) {
        double[] numbers = numbers(list);
        Map<String, Double> named = new HashMap<>();
        for (int j = 0; j < numbers.length; j++) {
            if (numbers[j] != usual) {
                named.put("x" + (j + 1), numbers[j]);
            }
        }
        return named;
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static ArrayResponse response(double[][] rows) {
        double[] offset = column(rows, 2);
        boolean none = Arrays.stream(offset).allMatch(o -> o == 0);
        return ArrayResponse.weighted(column(rows, 1), column(rows, 0), none ? null : offset);
    }

    private static Prepared dense(LogisticRegression spec, double[][] rows) {
        int d = rows[0].length - OTHERS;
        double[] x = new double[rows.length * d];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], OTHERS, x, i * d, d);
        }
        return spec.prepare(x, d, response(rows));
    }

    /** What is not zero; the response is put in the place of mere labels. */
    private static Prepared sparse(LogisticRegression spec, double[][] rows) {
        int d = rows[0].length - OTHERS;
        int[] starts = new int[rows.length + 1];
        int[] indices = new int[rows.length * d];
        double[] values = new double[rows.length * d];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i];
            for (int j = 0; j < d; j++) {
                if (rows[i][OTHERS + j] != 0) {
                    indices[starts[i + 1]] = j;
                    values[starts[i + 1]++] = rows[i][OTHERS + j];
                }
            }
        }
        int stored = starts[rows.length];
        SparseRows sparse = new SparseRows(starts, Arrays.copyOf(indices, stored), Arrays.copyOf(values, stored));
        List<String> names = IntStream.rangeClosed(1, d).mapToObj(j -> "x" + j).toList();
        double[] labels =
                IntStream.range(0, rows.length).mapToDouble(i -> i % 2).toArray();
        Prepared prepared = spec.prepare(new SparseTable("rows", labels, List.of(sparse), names), Roles.labelled());
        return new Prepared(spec, prepared.design(), response(rows), prepared.constraints());
    }

    private void tell(String design, String way, List<Optimum> optima) {
        for (int k = 0; k < optima.size(); k++) {
            Optimum optimum = optima.get(k);
            String estimates = Arrays.stream(optimum.estimates())
                    .mapToObj(Double::toString)
                    .collect(Collectors.joining(","));
            out.printf(
                    "%s\t%s\t%d\t%s\t%s\t%s\t%s%n",
                    design,
                    way,
                    k + 1,
                    optimum.certificate().relativeGap(),
                    optimum.certificate().kind().word(),
                    optimum.converged() ? "TRUE" : "FALSE",
                    estimates);
        }
    }
}
