package dev.odds.inference;

import dev.odds.LogisticRegression;
import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Roles;
import dev.odds.design.Span;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.table.Data;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.TableReader;
import dev.odds.train.Settings;
import dev.odds.train.Solver;
import dev.odds.train.Trainer;
import java.nio.file.Path;
import java.util.List;

/**
 * Fits for tests of what follows from them.
 *
 * @param fitted the fit
 * @param names of its features
 * @param spans which belong to one column
 */
record Fits(Fitted fitted, List<String> names, List<Span> spans) {
    /** Of a file. */
    static Fits of(Path file, Roles roles) {
        return of(TableReader.read(file, ReadOptions.defaults(), ReadMonitor.NONE), roles);
    }

    /** Of data. */
    static Fits of(Data data, Roles roles) {
        var analysis = LogisticRegression.create().analyse(data, roles);
        var encoder = analysis.data().encoder();
        return new Fits(analysis.fitted().orElseThrow(), encoder.features(), encoder.spans());
    }

    /** Of arrays on some threads, to the last bits. */
    static Fitted of(double[][] x, ArrayResponse y, boolean bias, int threads) {
        var design = new DesignBuilder(bias, false, Workers.of(threads)).build(ArrayExamples.of(x));
        Problem problem = new Problem(design, y, Penalty.none(design.features()), bias);
        return new Fitted(problem, Trainer.solve(problem, new Settings(Solver.NEWTON, 1e-15, 0), null, Monitor.NONE));
    }
}
