package dev.odds.bench;

import dev.odds.Version;
import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Coefficients;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Encoded;
import dev.odds.design.Encoder;
import dev.odds.design.Examples;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Roles;
import dev.odds.design.Workers;
import dev.odds.objective.Deviations;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.Data;
import dev.odds.table.NumericColumn;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import dev.odds.train.Settings;
import dev.odds.train.Solution;
import dev.odds.train.Solver;
import dev.odds.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Odds among its rivals. X is laid out in blocks before the clock starts, as every rival has X in its own form; how long that takes
 * is the remark.
 *
 * <pre>OddsRival THREADS FOLDER LAMBDA BIAS SOLVER [standardize]</pre>
 */
public final class OddsRival implements Rival {
    private final Problem problem;
    private final Solver solver;
    private final double layout;
    private Solution solution;

    private OddsRival(Problem problem, Solver solver, double layout) {
        this.problem = problem;
        this.solver = solver;
        this.layout = layout;
    }

    public static void main(String[] args) throws Exception {
        Solver solver = Solver.of(args[4]).orElseThrow(() -> new IllegalArgumentException("no solver " + args[4]));
        boolean bias = args[3].equals("1");
        DesignBuilder builder = new DesignBuilder(bias, false, Workers.of(Integer.parseInt(args[0])));
        Layout layout = Layout.of(Path.of(args[1]), builder);
        MemoryDesign design = layout.design();
        Penalty none = Penalty.none(design.features());
        double[] units = args.length > 5
                ? Deviations.of(new Problem(design, layout.response(), none, bias))
                : design.scaling().scale().clone();
        Penalty ridge = new Penalty(Double.parseDouble(args[2]), units);
        Problem problem = new Problem(design, layout.response(), ridge, bias);
        Rival.serve("Odds " + Version.current(), new OddsRival(problem, solver, layout.seconds()));
    }

    @Override
    public double[] fit(double tolerance) {
        solution = Trainer.solve(problem, new Settings(solver, tolerance, 0), null, Monitor.NONE);
        Coefficients user = problem.design().scaling().toUser(solution.coefficients());
        double[] v = Arrays.copyOf(user.theta(), user.theta().length + user.bias().length);
        System.arraycopy(user.bias(), 0, v, user.theta().length, user.bias().length);
        return v;
    }

    @Override
    public String remark() {
        return String.format(
                Locale.ROOT,
                "%s, %d steps, bound %.1e, layout %.3f s",
                solution.solver().word(),
                solution.iterations(),
                solution.certificate().relativeGap(),
                layout);
    }

    /** X in blocks, and how long they took from the data in memory. */
    private record Layout(MemoryDesign design, ArrayResponse response, double seconds) {
        static Layout of(Path folder, DesignBuilder builder) throws IOException {
            RivalNumbers numbers = RivalNumbers.read(folder);
            if (!numbers.isSparse()) {
                long begin = System.nanoTime();
                return of(ArrayExamples.of(numbers.dense()), ArrayResponse.of(numbers.labels()), builder, begin);
            }
            boolean table = Files.exists(folder.resolve("columns.txt"));
            Data data = table ? table(folder, numbers.labels()) : sparse(numbers);
            long begin = System.nanoTime();
            Encoded encoded = Encoder.fit(data, table ? Roles.target("y") : Roles.labelled());
            return of(encoded.examples(), encoded.response(), builder, begin);
        }

        private static Layout of(Examples x, ArrayResponse y, DesignBuilder builder, long begin) {
            MemoryDesign design = builder.build(x);
            return new Layout(design, y, (System.nanoTime() - begin) / 1e9);
        }
    }

    private static Data sparse(RivalNumbers numbers) {
        List<String> names = IntStream.rangeClosed(1, numbers.features())
                .mapToObj(Integer::toString)
                .toList();
        SparseRows rows = new SparseRows(numbers.starts(), numbers.indices(), numbers.values());
        return new SparseTable("numbers", numbers.labels(), List.of(rows), names);
    }

    private static Data table(Path folder, double[] labels) throws IOException {
        List<Column> columns = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("columns.txt"))) {
            String[] words = line.split(" ");
            Path file = folder.resolve(words[2]);
            columns.add(
                    words[0].equals("numeric")
                            ? new NumericColumn(words[1], RivalNumbers.doubles(file))
                            : new CategoricalColumn(
                                    words[1], RivalNumbers.integers(file), levels(Integer.parseInt(words[3]))));
        }
        columns.add(new NumericColumn("y", labels));
        return new Table("numbers", labels.length, columns);
    }

    /** Names in the order of the codes. */
    private static List<String> levels(int count) {
        return IntStream.range(0, count).mapToObj("level%06d"::formatted).toList();
    }
}
