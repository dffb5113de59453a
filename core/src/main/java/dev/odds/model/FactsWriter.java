package dev.odds.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How a model came to be, as {@link FactsReader} expects it. */
final class FactsWriter {
    private final JsonOutput out;

    FactsWriter(JsonOutput out) {
        this.out = out;
    }

    /**
     * Writes all facts but the version.
     *
     * @param names of the coefficients
     */
    void write(Facts facts, List<String> names) throws IOException {
        out.object("sample", () -> sample(facts.sample()));
        out.object("penalty", () -> penalty(facts.penalty()));
        out.object("run", () -> run(facts.run()));
        out.object("separation", () -> {
            out.text("verdict", facts.separation().verdict());
            out.texts("columns", facts.separation().columns());
        });
        if (facts.covariance() != null) {
            out.object("covariance", () -> covariance(facts.covariance(), names));
        }
        if (facts.path() != null) {
            path(facts.path());
        }
    }

    private void sample(Facts.Sample sample) throws IOException {
        out.text("source", sample.source());
        out.whole("examples", sample.examples());
        out.whole("dropped", sample.dropped());
        out.number("weight", sample.weight());
    }

    private void penalty(Facts.Penalty penalty) throws IOException {
        out.number("lambda", penalty.lambda());
        out.number("l1Ratio", penalty.l1Ratio());
        out.flag("standardize", penalty.standardize());
        if (penalty.firth()) {
            out.flag("firth", true);
        }
        named("factors", penalty.factors());
        named("lower", penalty.lower());
        named("upper", penalty.upper());
    }

    private void named(String entry, Map<String, Double> numbers) throws IOException {
        if (numbers.isEmpty()) {
            return;
        }
        out.array(entry, () -> {
            for (Map.Entry<String, Double> number : numbers.entrySet()) {
                out.element(() -> {
                    out.text("name", number.getKey());
                    out.number("value", number.getValue());
                });
            }
        });
    }

    private void run(Facts.Run run) throws IOException {
        out.text("solver", run.solver());
        out.whole("iterations", run.iterations());
        out.flag("converged", run.converged());
        out.text("certificate", run.certificate());
        out.present("relativeGap", run.relativeGap());
        out.present("inStandardErrors", run.inStandardErrors());
        out.present("gradientNorm", run.gradientNorm());
        out.present("loss", run.loss());
        out.present("nullLoss", run.nullLoss());
        out.text("fingerprint", run.fingerprint());
    }

    private void covariance(Facts.Covariance covariance, List<String> names) throws IOException {
        out.text("name", covariance.name());
        out.texts(
                "coefficients",
                Arrays.stream(covariance.variables()).mapToObj(names::get).toList());
        out.numbers("center", covariance.center());
        out.numbers("packed", covariance.packed());
    }

    private void path(ModelPath path) throws IOException {
        out.array("path", () -> {
            for (ModelPath.Point point : path.points()) {
                out.element(() -> point(point));
            }
        });
        out.object("chosen", () -> {
            out.whole("point", path.chosen());
            out.text("rule", path.rule());
            out.number("gamma", path.gamma());
        });
        if (path.validation() != null) {
            out.object("crossValidation", () -> validation(path.validation()));
        }
    }

    private void point(ModelPath.Point point) throws IOException {
        out.number("lambda", point.lambda());
        run(point.run());
        out.numbers("bias", point.bias());
        out.wholes("features", point.features());
        out.numbers("values", point.values());
    }

    private void validation(ModelPath.Validation validation) throws IOException {
        out.whole("folds", validation.folds());
        out.whole("seed", validation.seed());
        out.text("measure", validation.measure());
        out.whole("min", validation.min());
        out.whole("oneStandardError", validation.oneStandardError());
        out.array("curves", () -> {
            for (ModelPath.Curve curve : validation.curves()) {
                out.element(() -> {
                    out.text("measure", curve.measure());
                    out.numbers("mean", curve.mean());
                    out.numbers("error", curve.error());
                });
            }
        });
    }
}
