package dev.odds.cli;

import dev.odds.Fit;
import dev.odds.LogisticRegression;
import dev.odds.design.Roles;
import dev.odds.evaluation.Evaluation;
import dev.odds.evaluation.Holdout;
import dev.odds.inference.Wald;
import dev.odds.model.ModelFile;
import dev.odds.optimize.Monitor;
import dev.odds.report.EvaluationText;
import dev.odds.report.FitJson;
import dev.odds.report.FitText;
import dev.odds.table.Data;
import dev.odds.train.Separation.Verdict;
import dev.odds.train.Solver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Fits a model, prints its summary and writes the model file. */
final class FitCommand implements Command {
    private static final List<String> SOLVERS =
            Arrays.stream(Solver.values()).map(Solver::word).toList();
    private static final double NANOSECOND = 1e-9;

    @Override
    public String name() {
        return "fit";
    }

    @Override
    public String purpose() {
        return "fit a model, print its summary, write a model file";
    }

    @Override
    public void declare(CommandSpec spec) {
        Options options = new Options(spec).file("DATA", "a .csv, .tsv, .libsvm or .svm file, also as .gz; - for CSV on standard input");
        DataOptions.declareRoles(options);
        options.number("--lambda", "L", "ridge penalty: L/2 times the squared size of the coefficients (default: 0)")
                .number("--l1-ratio", "A", "share of the lasso in the penalty; this version has only 0")
                .flag("--standardize", "penalise as if every column had standard deviation 1")
                .flag("--no-bias", "fit without a bias")
                .choice("--solver", SOLVERS, "how to find the optimum (default: by size)")
                .number("--tolerance", "G", "proved distance from the optimum to reach, relative to the null loss (default: 1e-8)")
                .whole("--max-iterations", "N", "steps after which to give up")
                .number("--holdout", "FRACTION", "hold out this share of the rows and evaluate on it")
                .whole("--seed", "S", "which rows are held out (default: 0)")
                .number("--level", "P", "coverage of the intervals (default: 0.95)")
                .path("MODEL", "where the model goes (default: NAME.odds.json here)", "-o", "--output")
                .flag("--no-model", "write no model file")
                .flag("--json", "print the result as JSON")
                .flag("--all", "show all coefficients, however many")
                .flag("--quiet", "no notes and warnings")
                .flag("--strict", "warnings make the exit code 1");
        DataOptions.declareReading(options);
    }

    @Override
    public int run(Arguments arguments, Streams streams) throws IOException {
        long start = System.nanoTime();
        Input input = new Input(arguments.path(0));
        LogisticRegression regression = regression(arguments);
        Roles roles = DataOptions.roles(arguments);
        double level = arguments.between("--level", 0, 1, Wald.DEFAULT_LEVEL);
        Path model = modelPath(arguments, input);
        MemoryCheck.fits(input);
        Data data = input.read(DataOptions.reading(arguments, roles), streams);
        long read = System.nanoTime();
        Holdout rows = Holdout.of(data, arguments.between("--holdout", -Double.MIN_VALUE, 1, 0), arguments.whole("--seed", Integer.MIN_VALUE, 0));
        Fit fit = fit(regression, rows.fitted(), roles, streams).atLevel(level);
        Evaluation holdout = rows.heldOut() == null ? null : Assessment.of(fit.model(), rows.heldOut()).evaluation();
        if (model != null) {
            ModelFile.write(fit.model(), model);
        }
        print(arguments, fit, holdout, streams, model, NANOSECOND * (read - start), NANOSECOND * (System.nanoTime() - start));
        return code(arguments, fit);
    }
}
