package dev.odds.spark;

import dev.odds.design.Coefficients;
import dev.odds.design.Design;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Response;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.spark.loading.ClusterData;
import dev.odds.spark.loading.Storage;
import dev.odds.spark.rows.DataColumns;
import dev.odds.train.Settings;
import dev.odds.train.Solution;
import dev.odds.train.Solver;
import dev.odds.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;

/**
 * A fit whose every bit is told, here and on a cluster.
 *
 * @param lambda of an elastic net, half of it lasso, or 0
 */
record Fitting(Solver solver, double lambda, boolean float32, Monitor monitor) {
    /** Newton's method without a penalty. */
    static Fitting newton() {
        return new Fitting(Solver.NEWTON, 0, false, Monitor.NONE);
    }

    /** The same, watched. */
    Fitting watched(Monitor by) {
        return new Fitting(solver, lambda, float32, by);
    }

    /** On this machine, without Spark. */
    List<String> here(Sample sample) {
        Design design = new DesignBuilder(true, float32, Workers.of(2)).build(sample.examples());
        return bits(design, sample.response());
    }

    /** On the cluster of the dataset. */
    List<String> there(Dataset<?> data, DataColumns columns) {
        try (ClusterData read = ClusterData.read(data, columns, new Storage(true, float32))) {
            return bits(read.design(), read.response());
        }
    }

    private List<String> bits(Design design, Response response) {
        Penalty penalty = lambda == 0
                ? Penalty.none(design.features())
                : new Penalty(lambda, 0.5, design.scaling().scale().clone());
        Problem problem = new Problem(design, response, penalty, true);
        Solution solution = Trainer.solve(problem, new Settings(solver, 1e-8, 0), null, monitor);
        List<String> bits = new ArrayList<>();
        Coefficients user = design.scaling().toUser(solution.coefficients());
        add(bits, "theta", user.theta());
        add(bits, "bias", user.bias());
        add(bits, "loss", solution.loss(), solution.nullLoss(), solution.gradientNorm());
        add(bits, "gap", solution.certificate().relativeGap());
        add(bits, "factor", solution.factor() == null ? new double[0] : solution.factor());
        bits.add("%s after %d iterations".formatted(solution.reason(), solution.iterations()));
        return bits;
    }

    private static void add(List<String> bits, String name, double... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            bits.add(name + " " + i + " " + Double.toHexString(numbers[i]));
        }
    }
}
