package dev.odds.inference;

import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Encoded;
import dev.odds.design.Encoder;
import dev.odds.design.Examples;
import dev.odds.design.Response;
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
import dev.odds.train.Solution;
import dev.odds.train.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** An unpenalised problem, its solution, and what its features are called. */
record Solved(Problem problem, Solution solution, List<Span> terms, List<String> features) {
    static Solved of(Path file, Roles roles) {
        return of(TableReader.read(file, ReadOptions.defaults(), ReadMonitor.NONE), roles);
    }

    static Solved of(Data data, Roles roles) {
        Encoded encoded = Encoder.fit(data, roles);
        return of(
                encoded.examples(),
                encoded.response(),
                true,
                1,
                encoded.encoder().spans(),
                encoded.encoder().features());
    }

    /** Features x1, x2, ..., each a term. */
    static Solved of(double[][] x, ArrayResponse y, boolean bias, int threads) {
        ArrayExamples examples = ArrayExamples.of(x);
        List<String> names = IntStream.rangeClosed(1, examples.features())
                .mapToObj(j -> "x" + j)
                .toList();
        List<Span> terms = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            terms.add(new Span(names.get(j), j, j + 1, false));
        }
        return of(examples, y, bias, threads, terms, names);
    }

    private static Solved of(
            Examples examples, Response y, boolean bias, int threads, List<Span> terms, List<String> features) {
        DesignBuilder builder = new DesignBuilder(bias, false, Workers.of(threads));
        Problem problem = new Problem(builder.build(examples), y, Penalty.none(examples.features()), bias);
        Solution solution = Trainer.solve(problem, Settings.standard(), null, Monitor.NONE);
        return new Solved(problem, solution, terms, features);
    }

    List<Interval> intervals() {
        return new ProfileIntervals(problem, solution, 0.95).all();
    }

    LikelihoodTests tests() {
        return new LikelihoodTests(problem, solution);
    }

    /** The place of a coefficient among the variables. */
    int place(String name) {
        return name.equals("(bias)") ? features.size() : features.indexOf(name);
    }
}
