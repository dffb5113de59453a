package dev.odds.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link FactsWriter} writes. */
final class FactsReader {
    private static final long MOST = 1L << 53;

    private final JsonInput in;

    FactsReader(JsonInput in) {
        this.in = in;
    }

    /** All facts but the version, behind the coefficients. */
    Facts read(String version, CoefficientTable coefficients) {
        in.field("sample").object();
        Facts.Sample sample = sample();
        in.endObject();
        in.field("penalty").object();
        Facts.Penalty penalty = penalty();
        in.endObject();
        in.field("run").object();
        Facts.Run run = run();
        in.endObject();
        in.field("separation").object();
        Facts.Separation separation = new Facts.Separation(
                in.field("verdict").text(), in.field("columns").texts());
        in.endObject();
        return new Facts(
                version,
                sample,
                penalty,
                run,
                separation,
                coefficients.aliased(),
                coefficients.standardErrors(),
                in.optional("covariance") ? covariance(coefficients) : null,
                in.optional("path") ? path() : null);
    }

    private Facts.Sample sample() {
        return new Facts.Sample(
                in.field("source").text(),
                in.field("examples").whole(MOST),
                in.field("dropped").whole(MOST),
                in.field("weight").number());
    }

    private Facts.Penalty penalty() {
        return new Facts.Penalty(
                in.field("lambda").number(),
                in.field("l1Ratio").number(),
                in.field("standardize").flag(),
                in.optional("firth") && in.flag(),
                named("factors", 0, Double.POSITIVE_INFINITY),
                named("lower", Double.NEGATIVE_INFINITY, 0),
                named("upper", 0, Double.POSITIVE_INFINITY));
    }

    /** Numbers by name, from the least to the most. */
    private Map<String, Double> named(String entry, double least, double most) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (!in.optional(entry)) {
            return numbers;
        }
        in.array();
        while (in.more()) {
            in.object();
            String name = in.field("name").text();
            double value = in.field("value").number();
            if (!(value >= least && value <= most)) {
                throw in.bad("found %s among %s, expected a number from %s to %s".formatted(value, entry, least, most));
            }
            if (numbers.put(name, value) != null) {
                throw in.bad("found a name twice among %s, expected each once".formatted(entry));
            }
            in.endObject();
        }
        return numbers;
    }

    private Facts.Run run() {
        return new Facts.Run(
                in.field("solver").text(),
                (int) in.field("iterations").whole(Integer.MAX_VALUE),
                in.field("converged").flag(),
                in.field("certificate").text(),
                known("relativeGap"),
                known("inStandardErrors"),
                known("gradientNorm"),
                known("loss"),
                known("nullLoss"),
                in.field("fingerprint").text());
    }

    /** NaN where it is absent. */
    private double known(String entry) {
        return in.optional(entry) ? in.number() : Double.NaN;
    }

    private Facts.Covariance covariance(CoefficientTable coefficients) {
        in.object();
        String name = in.field("name").text();
        int[] variables = coefficients.places(in.field("coefficients").texts());
        if (variables == null) {
            throw in.bad("found a covariance of other coefficients, expected the model's in their order");
        }
        Facts.Covariance covariance = new Facts.Covariance(
                name,
                variables,
                in.field("center").numbers(),
                in.field("packed").numbers());
        in.endObject();
        return covariance;
    }

    private ModelPath path() {
        List<ModelPath.Point> points = new ArrayList<>();
        in.array();
        while (in.more()) {
            in.object();
            points.add(point());
            in.endObject();
        }
        in.field("chosen").object();
        int chosen = (int) in.field("point").whole(Integer.MAX_VALUE);
        String rule = in.field("rule").text();
        double gamma = in.field("gamma").number();
        in.endObject();
        return new ModelPath(points, chosen, rule, gamma, in.optional("crossValidation") ? validation() : null);
    }

    private ModelPath.Point point() {
        return new ModelPath.Point(
                in.field("lambda").number(),
                run(),
                in.field("bias").numbers(),
                in.field("features").wholes(Integer.MAX_VALUE),
                in.field("values").numbers());
    }

    private ModelPath.Validation validation() {
        in.object();
        int folds = (int) in.field("folds").whole(Integer.MAX_VALUE);
        long seed = in.field("seed").signed();
        String measure = in.field("measure").text();
        int min = (int) in.field("min").whole(Integer.MAX_VALUE);
        int oneStandardError = (int) in.field("oneStandardError").whole(Integer.MAX_VALUE);
        List<ModelPath.Curve> curves = new ArrayList<>();
        in.field("curves").array();
        while (in.more()) {
            in.object();
            curves.add(new ModelPath.Curve(
                    in.field("measure").text(),
                    in.field("mean").numbers(),
                    in.field("error").numbers()));
            in.endObject();
        }
        in.endObject();
        return new ModelPath.Validation(folds, seed, measure, min, oneStandardError, curves);
    }
}
