package dev.odds;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Roles;
import dev.odds.design.SparseBlock;
import dev.odds.design.Tables;
import dev.odds.inference.Estimate;
import dev.odds.kernel.Body;
import dev.odds.optimize.Monitor;
import dev.odds.table.Column;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import dev.odds.train.Solver;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;

/**
 * A program that prints the bits of fits of seeded data: of every solver, over X in every form, and of few features, unpenalised. The first line says which loops can
 * read large designs, {@code loops ScalarLoops} or {@code loops VectorLoops 8}, with the doubles in a vector. Then, for each number of
 * threads, a line {@code threads 2} and a line for each fit.
 */
final class FitBits {
    private static final long SEED = 20261124;
    private static final Set<Solver> SOLVERS = EnumSet.complementOf(EnumSet.of(Solver.AUTO));
    private static final int STEPS = 3;

    private final RandomData data;
    private final RandomData narrow;

    /** How much data: of one size for compilers, of others for interpreters and for JVMs without a fused multiply-add. */
    enum Size {
        /** Every form of X has the 2^19 entries from which on SIMD reads it. */
        LARGE(8_300, 71, 180_000),
        SMALL(1_000, 20, 1_000),
        TINY(16, 9, 16);

        private final int examples;
        private final int features;
        private final int examplesOfThree;

        Size(int examples, int features, int examplesOfThree) {
            this.examples = examples;
            this.features = features;
            this.examplesOfThree = examplesOfThree;
        }
    }

    private FitBits(Size size) {
        data = RandomData.of(SEED, size.examples, size.features, 0.9);
        narrow = RandomData.of(SEED, size.examplesOfThree, 3, 1);
    }

    /** @param arguments the size, then numbers of threads */
    public static void main(String[] arguments) {
        System.out.println("loops " + loops());
        FitBits fits = new FitBits(Size.valueOf(arguments[0]));
        for (String threads : List.of(arguments).subList(1, arguments.length)) {
            System.out.println("threads " + threads);
            fits.all(Integer.parseInt(threads)).forEach((name, fit) -> System.out.println(line(name, fit)));
        }
    }

    /** The fits on so many threads, by name. */
    static Map<String, Fit> of(Size size, int threads) {
        return new FitBits(size).all(threads);
    }

    private static String loops() {
        String name = Body.FASTEST.loops().getClass().getSimpleName();
        return name.equals("VectorLoops") ? name + " " + DoubleVector.SPECIES_PREFERRED.length() : name;
    }

    private Map<String, Fit> all(int threads) {
        LogisticRegression create = LogisticRegression.create().withThreads(threads);
        ArrayResponse response = ArrayResponse.of(data.y(), data.weights(), data.offset());
        SparseTable sparse = sparse();
        Table mixed = mixed();
        Map<String, Fit> fits = new LinkedHashMap<>();
        for (Solver solver : SOLVERS) {
            LogisticRegression odds = create.withSolver(solver).withLambda(0.01).withMaxIterations(STEPS);
            String by = " " + solver.word();
            fits.put("dense" + by, odds.fit(data.x(), response, null, Monitor.NONE));
            fits.put("float32" + by, odds.withFloat32(true).fit(data.x(), response, null, Monitor.NONE));
            fits.put("sparse" + by, odds.fit(sparse, Roles.labelled()));
            fits.put("mixed" + by, odds.fit(mixed, Roles.target("y").withWeights("w")));
        }
        fits.put("narrow", create.fit(narrow.x(), narrow.y()));
        return fits;
    }

    private SparseTable sparse() {
        List<SparseRows> rows = new ArrayList<>();
        for (SparseBlock block : data.sparse()) {
            rows.add(new SparseRows(block.starts(), block.indices(), block.values()));
        }
        List<String> names = IntStream.range(0, data.x()[0].length)
                .mapToObj(Integer::toString)
                .toList();
        return new SparseTable("sparse", data.y(), rows, names);
    }

    /** The numbers beside two columns of levels. */
    private Table mixed() {
        List<Column> columns = new ArrayList<>();
        columns.add(Tables.numbers("y", data.y()));
        columns.add(Tables.numbers("w", data.weights()));
        columns.add(levels("colour", 3));
        columns.add(levels("town", 7));
        for (int j = 0; j < data.x()[0].length; j++) {
            columns.add(Tables.numbers("x" + j, column(j)));
        }
        return Tables.table(columns.toArray(Column[]::new));
    }

    private Column levels(String name, int count) {
        String[] levels = DoubleStream.of(column(0))
                .mapToObj(x -> name + Math.floorMod(Double.hashCode(x), count))
                .toArray(String[]::new);
        return Tables.texts(name, levels);
    }

    private double[] column(int j) {
        return IntStream.range(0, data.x().length)
                .mapToDouble(i -> data.x()[i][j])
                .toArray();
    }

    private static String line(String name, Fit fit) {
        StringBuilder line = new StringBuilder(name);
        line.append(": ").append(fit.fingerprint()).append(" steps ").append(fit.iterations());
        add(line, "loss", fit.loss());
        add(line, "objective", fit.objective());
        add(line, "nullLoss", fit.nullLoss());
        add(line, "gap", fit.certificate().relativeGap());
        add(line, "gradient", fit.gradientNorm());
        add(line, "deviance", fit.deviance());
        for (Estimate e : fit.coefficients()) {
            add(line, e.name(), e.estimate());
            add(line, "+-", e.standardError());
        }
        return line.toString();
    }

    private static void add(StringBuilder line, String name, double value) {
        line.append(' ').append(name).append(' ').append(Long.toHexString(Double.doubleToLongBits(value)));
    }
}
