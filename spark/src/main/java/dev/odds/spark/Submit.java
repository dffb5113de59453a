package dev.odds.spark;

import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.report.ModelText;
import dev.odds.spark.submit.ModelFolder;
import dev.odds.spark.submit.Preparation;
import dev.odds.spark.submit.Source;
import dev.odds.spark.submit.SubmitOptions;
import dev.odds.table.InputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The program for {@code spark-submit}: fits a table or vectors, prints what {@code odds inspect} prints of the model, and writes it.
 * It ends with the exit codes of {@code odds}: 0 done, 1 not converged, 2 wrong usage or bad input, 3 anything else.
 */
public final class Submit {
    private static final int NOT_CONVERGED = 1;
    private static final int USAGE = 2;
    private static final int OTHER = 3;

    private final SubmitOptions options;
    private final PrintStream out;
    private final PrintStream err;

    private Submit(SubmitOptions options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** Runs, and ends the process with the exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(out, err, args);
        SparkSession.getActiveSession().foreach(session -> {
            session.stop();
            return null;
        });
        System.exit(code);
    }

    /** The exit code. */
    static int run(PrintStream out, PrintStream err, String... args) {
        CommandLine parser = SubmitOptions.parser();
        try {
            SubmitOptions options = new SubmitOptions(parser.parseArgs(args));
            if (options.line().isUsageHelpRequested()) {
                out.print(parser.getUsageMessage());
                return 0;
            }
            return new Submit(options, out, err).run();
        } catch (Exception | Error failure) {
            if (List.of(args).contains("--debug")) {
                failure.printStackTrace(err);
            }
            return told(Source.explained(failure), err);
        }
    }

    private static int told(Throwable failure, PrintStream err) {
        boolean input = failure instanceof InputException
                || failure instanceof ParameterException
                || failure instanceof AnalysisException;
        String said = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        err.println("odds: " + inOptions(said.lines().findFirst().orElse("")));
        return input ? USAGE : OTHER;
    }

    /** A sentence of the estimator in the words of this program. */
    private static String inOptions(String said) {
        return said.replaceFirst(
                        "column " + Preparation.FEATURES + ", feature [0-9]+ \\((.*?)\\), row", "column $1, row")
                .replace("column " + Preparation.LABEL, "the target")
                .replace("regParam", "--lambda")
                .replace("fitIntercept false", "--no-bias");
    }

    private int run() throws IOException {
        LogisticRegression estimator = SubmittedEstimator.of(options);
        if (options.output() != null) {
            ModelFile.checkReplaceable(options.output());
        }
        SparkSession session = SparkSession.builder().appName("odds").getOrCreate();
        if (options.has("--spark-model")) {
            new ModelFolder(options.text("--spark-model")).checkReplaceable(session);
        }
        Preparation prepared = Preparation.of(new Source(options).read(session), options);
        prepared.notes().forEach(this::say);
        PipelineModel fitted = fit(prepared, estimator);
        LogisticRegressionModel last = (LogisticRegressionModel) fitted.stages()[fitted.stages().length - 1];
        Model model = ModelFiles.model(last, prepared.origin());
        if (options.output() != null) {
            ModelFile.write(model, options.output());
        }
        if (options.has("--spark-model")) {
            fitted.write().overwrite().save(options.text("--spark-model"));
        }
        out.print(ModelText.of(model, options.has("--all")));
        TrainingSummary summary = TrainingSummary.of(last);
        if (!summary.converged()) {
            int count = summary.totalIterations();
            say("not converged: %s after %d iteration%s".formatted(summary.reason(), count, count == 1 ? "" : "s"));
        }
        return summary.converged() ? 0 : NOT_CONVERGED;
    }

    private static PipelineModel fit(Preparation prepared, LogisticRegression estimator) {
        estimator.setLabelCol(Preparation.LABEL).setFeaturesCol(prepared.features());
        if (prepared.weights() != null) {
            estimator.setWeightCol(prepared.weights());
        }
        if (prepared.offset() != null) {
            estimator.setOffsetCol(prepared.offset());
        }
        List<PipelineStage> stages = new ArrayList<>(prepared.stages());
        stages.add(estimator);
        return new Pipeline().setStages(stages.toArray(PipelineStage[]::new)).fit(prepared.rows());
    }

    private void say(String sentence) {
        err.println("odds: " + sentence);
    }
}
