package dev.odds.bench;

import dev.odds.Analysis;
import dev.odds.Diagnosis;
import dev.odds.Diagnostics;
import dev.odds.Fit;
import dev.odds.LogisticRegression;
import dev.odds.design.Roles;
import dev.odds.inference.Covariances;
import dev.odds.inference.Effect;
import dev.odds.inference.Estimate;
import dev.odds.inference.Goodness;
import dev.odds.inference.Inflation;
import dev.odds.inference.TermTest;
import dev.odds.inference.WaldTest;
import dev.odds.table.Data;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.TableReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes every statistic of many small fits, for {@code bench/inference_sweep} to compare with R's.
 *
 * <pre>InferenceSweep FOLDER</pre>
 *
 * Reads the designs of FOLDER/designs.tsv and writes FOLDER/odds.tsv: design, statistic, name and value in a line.
 */
public final class InferenceSweep {
    private final PrintWriter out;
    private final Path folder;
    private String design;

    private InferenceSweep(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve("odds.tsv")))) {
            InferenceSweep sweep = new InferenceSweep(folder, out);
            Files.readAllLines(folder.resolve("designs.tsv")).forEach(line -> sweep.design(line.split("\t")));
        }
    }

    /** design, target, weights, sampling weights, clusters, offset. */
    private void design(String[] fields) {
        design = fields[0];
        Data data = TableReader.read(folder.resolve(design + ".csv"), ReadOptions.defaults(), ReadMonitor.NONE);
        Roles roles = Roles.target(fields[1])
                .withWeights(column(fields[2]))
                .withCluster(column(fields[4]))
                .withOffset(column(fields[5]));
        boolean sampled = column(fields[3]) != null;
        roles = sampled ? roles.withSamplingWeights(fields[3]) : roles;
        Analysis usual = LogisticRegression.create().analyse(data, roles);
        fit(usual.fit());
        wald(usual);
        if (sampled) {
            return;
        }
        likelihood("", usual);
        tell("score test", "", usual.score().statistic());
        goodness(usual.goodness());
        diagnosis(new Diagnostics(1).of(usual.fit().model(), data));
        for (Covariances kind : List.of(Covariances.FISHER, Covariances.HC0, Covariances.HC1)) {
            errors(kind.word(), usual, kind);
        }
        firth(LogisticRegression.create().withFirth(true).analyse(data, roles));
    }

    private static String column(String field) {
        return field.equals("-") ? null : field;
    }

    private void tell(String statistic, String name, double value) {
        out.printf(
                "%s\t%s\t%s\t%s%n",
                design, statistic, name, Double.toString(value).replace("Infinity", "Inf"));
    }

    private void fit(Fit fit) {
        fit.coefficients().forEach(e -> tell("estimate", e.name(), e.aliased() ? Double.NaN : e.estimate()));
        tell("deviance", "", fit.deviance());
        tell("null deviance", "", fit.nullDeviance());
        tell("log-likelihood", "", fit.logLikelihood());
        tell("AIC", "", fit.aic());
        tell("BIC", "", fit.bic());
    }

    /** By the covariance that suits the data. */
    private void wald(Analysis analysis) {
        for (Estimate e : analysis.fit().coefficients()) {
            tell("usual error", e.name(), e.standardError());
            tell("p", e.name(), e.p());
            tell("Wald interval", e.name() + " lower", e.estimateLower());
            tell("Wald interval", e.name() + " upper", e.estimateUpper());
        }
        for (WaldTest test : analysis.waldTerms()) {
            tell("Wald test of a term", test.what(), test.statistic());
        }
        effects("average effect", analysis.averageEffects());
        effects("effect at means", analysis.effectsAtMeans());
    }

    private void effects(String statistic, List<Effect> effects) {
        for (Effect effect : effects) {
            tell(statistic, effect.name(), effect.value());
            tell("error of " + statistic, effect.name(), effect.standardError());
        }
    }

    private void likelihood(String prefix, Analysis analysis) {
        tell(prefix + "LR test of the model", "", analysis.model().statistic());
        tell(prefix + "df of the model", "", analysis.model().df());
        for (TermTest test : analysis.terms()) {
            tell(prefix + "LR test of a term", test.term(), test.statistic());
            tell(prefix + "df of a term", test.term(), test.df());
            tell(prefix + "p of a term", test.term(), test.p());
        }
        for (Estimate e : analysis.profiled()) {
            tell(prefix + "profile interval", e.name() + " lower", e.estimateLower());
            tell(prefix + "profile interval", e.name() + " upper", e.estimateUpper());
        }
    }

    private void goodness(Goodness goodness) {
        tell("McFadden", "", goodness.mcFadden());
        tell("Nagelkerke", "", goodness.nagelkerke());
        tell("Tjur", "", goodness.tjur());
    }

    private void errors(String kind, Analysis analysis, Covariances covariance) {
        double[] errors = analysis.fitted()
                .orElseThrow()
                .standardErrors(analysis.covariance(covariance).covariance());
        List<String> names = analysis.fit().model().names();
        for (int j = 0; j < errors.length; j++) {
            tell(kind + " error", names.get(j), errors[j]);
        }
    }

    private void firth(Analysis firth) {
        firth.fit().coefficients().forEach(e -> tell("Firth estimate", e.name(), e.estimate()));
        errors("Firth fisher", firth, Covariances.FISHER);
        errors("Firth augmented", firth, Covariances.AUGMENTED);
        likelihood("Firth ", firth);
    }

    private void diagnosis(Diagnosis diagnosis) {
        for (int row = 0; row < diagnosis.rows(); row++) {
            Diagnosis.Row told = diagnosis.row(row);
            String name = Integer.toString(row + 1);
            tell("Pearson residual", name, told.pearson());
            tell("deviance residual", name, told.deviance());
            tell("leverage", name, told.leverage());
            tell("Cook's distance", name, told.cook());
            tell("change of deviance", name, told.devianceChange());
            tell(
                    "DFBETAS",
                    name,
                    diagnosis.dfbetas(row)[diagnosis.model().names().size() - 1]);
        }
        diagnosis.collinearity().ifPresent(c -> {
            tell("condition number", "", c.conditionNumber());
            for (Inflation inflation : c.inflations()) {
                tell("VIF", inflation.column(), inflation.factor());
            }
        });
    }
}
