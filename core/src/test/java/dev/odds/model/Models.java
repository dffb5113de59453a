package dev.odds.model;

import dev.odds.design.CategoricalTerm;
import dev.odds.design.Coefficients;
import dev.odds.design.Comparison;
import dev.odds.design.Encoder;
import dev.odds.design.Labelling;
import dev.odds.design.NumericTerm;
import dev.odds.design.SparseEncoder;
import dev.odds.design.TableEncoder;
import dev.odds.design.Target;
import dev.odds.design.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Models for tests. */
final class Models {
    private Models() {}

    /** x, g=b, g=c and a bias. */
    static Model small() {
        Encoder encoder = new TableEncoder(
                List.of(new NumericTerm("x", 0.5, false), new CategoricalTerm("g", List.of("a", "b", "c"), 0, 1)),
                null);
        return of(encoder, new double[] {0.1, -2, 3}, new double[] {-1}, null);
    }

    static Model of(Encoder encoder, double[] theta, double[] bias, double[] errors) {
        return limit(encoder, theta, bias, List.of(), errors);
    }

    /** At its limit along directions. */
    static Model limit(Encoder encoder, double[] theta, double[] bias, List<double[]> directions, double[] errors) {
        Labelling labelling = new Labelling(new Target("y", "y", null, null), "1", "0", false);
        Coefficients coefficients = new Coefficients(theta, bias);
        return new Model(encoder, labelling, null, coefficients, directions, facts(List.of(), errors));
    }

    /** The small model with a covariance of x, g=c and the bias, x from a center of 10. */
    static Model withCovariance() {
        Model small = small();
        Facts.Covariance covariance = new Facts.Covariance(
                "fisher", new int[] {0, 2, 3}, new double[] {10, 0, 0}, new double[] {0.25, 0.125, 2, -0.5, 0.75, 3});
        return new Model(
                small.encoder(),
                small.labelling(),
                null,
                small.coefficients(),
                List.of(),
                small.facts().with(covariance));
    }

    /** The small model under a lasso with a factor and a bound, as the second of a path of three that two folds validated. */
    static Model withPath() {
        Model small = small();
        Facts plain = small.facts();
        Facts.Penalty penalty =
                new Facts.Penalty(0.1, 1, true, false, Map.of("g", 2.0), Map.of("x", 0.0), Map.of("g=b", 0.25));
        Facts facts = new Facts(
                plain.version(),
                plain.sample(),
                penalty,
                plain.run(),
                plain.separation(),
                List.of(),
                null,
                null,
                path());
        return new Model(small.encoder(), small.labelling(), null, small.coefficients(), List.of(), facts);
    }

    private static ModelPath path() {
        Facts.Run run = new Facts.Run("proximal-newton", 3, true, "duality-gap", 1e-9, 1e-3, 1e-5, 0.5, 0.625, "0a");
        List<ModelPath.Point> points = List.of(
                new ModelPath.Point(0.4, run, new double[] {-0.5}, new int[0], new double[0]),
                new ModelPath.Point(0.1, run, new double[] {-1}, new int[] {0, 1, 2}, new double[] {0.1, -2, 3}),
                new ModelPath.Point(0.025, run, new double[] {-2}, new int[] {0, 2}, new double[] {0.5, 4}));
        ModelPath.Curve curve =
                new ModelPath.Curve("deviance", new double[] {1.25, 1.125, 1.1875}, new double[] {0.25, 0.125, 0.5});
        return new ModelPath(points, 1, "min", 1, new ModelPath.Validation(2, -7, "deviance", 1, 0, List.of(curve)));
    }

    static Facts facts(List<String> aliased, double[] errors) {
        return new Facts(
                "0.1.0",
                new Facts.Sample("t.csv", 189, 2, 188.5),
                new Facts.Penalty(0, 0, false, false),
                new Facts.Run("newton", 5, true, "self-concordance", 1e-15, 1e-9, 1e-12, 0.53, 0.62, "00ff"),
                new Facts.Separation("none", List.of()),
                aliased,
                errors,
                null);
    }

    /** Any model there can be, names and numbers of every kind. */
    static Model random(Random random) {
        Encoder encoder = random.nextInt(3) == 0 ? sparse(random) : table(random);
        int d = encoder.features().size();
        double[] bias = finite(random.nextInt(2), random);
        double[] theta = finite(d, random);
        List<double[]> directions = random.nextBoolean()
                ? List.of()
                : List.of(finite(d + bias.length, random), finite(d + bias.length, random));
        double[] errors = random.nextBoolean() ? null : numbers(d + bias.length, random);
        if (errors != null) {
            Arrays.setAll(errors, j -> random.nextInt(4) == 0 ? Double.NaN : errors[j]);
            errors[0] = 1;
        }
        List<String> aliased =
                encoder.features().stream().filter(f -> random.nextInt(5) == 0).toList();
        Facts facts = new Facts(
                text(random),
                new Facts.Sample(text(random), random.nextInt(1 << 30), 1L << 40, number(random)),
                penalty(encoder, random),
                run(random),
                new Facts.Separation(text(random), texts(random)),
                aliased,
                errors,
                random.nextBoolean() ? null : covariance(d + bias.length, random),
                random.nextBoolean() ? null : path(d, bias.length, random));
        String weights = random.nextBoolean() ? null : text(random);
        return new Model(encoder, labelling(random), weights, new Coefficients(theta, bias), directions, facts);
    }

    private static Facts.Run run(Random random) {
        return new Facts.Run(
                text(random),
                random.nextInt(100),
                random.nextBoolean(),
                text(random),
                known(random),
                known(random),
                known(random),
                known(random),
                known(random),
                text(random));
    }

    /** A number, or none. */
    private static double known(Random random) {
        return random.nextBoolean() ? Double.NaN : number(random);
    }

    private static Facts.Penalty penalty(Encoder encoder, Random random) {
        return new Facts.Penalty(
                number(random),
                number(random),
                random.nextBoolean(),
                random.nextBoolean(),
                named(encoder, random, 1),
                named(encoder, random, -1),
                named(encoder, random, 1));
    }

    private static Map<String, Double> named(Encoder encoder, Random random, int sign) {
        return encoder.features().stream()
                .filter(f -> random.nextInt(4) == 0)
                .collect(Collectors.toMap(f -> f, f -> sign * Math.abs(number(random))));
    }

    private static ModelPath path(int d, int biases, Random random) {
        List<ModelPath.Point> points = new ArrayList<>();
        double lambda = 1;
        for (int k = random.nextInt(5); k >= 0; k--) {
            lambda *= random.nextDouble() / 2 + 0.25;
            int[] features =
                    IntStream.range(0, d).filter(j -> random.nextInt(3) == 0).toArray();
            points.add(new ModelPath.Point(
                    lambda, run(random), finite(biases, random), features, finite(features.length, random)));
        }
        int size = points.size();
        ModelPath.Curve curve = new ModelPath.Curve(text(random), finite(size, random), finite(size, random));
        ModelPath.Validation validation = new ModelPath.Validation(
                random.nextInt(20),
                random.nextLong(),
                text(random),
                random.nextInt(size),
                random.nextInt(size),
                List.of(curve));
        return new ModelPath(
                points,
                random.nextInt(size),
                text(random),
                random.nextDouble(),
                random.nextBoolean() ? null : validation);
    }

    private static Facts.Covariance covariance(int terms, Random random) {
        int[] variables =
                IntStream.range(0, terms).filter(j -> random.nextInt(4) > 0).toArray();
        int k = variables.length;
        return new Facts.Covariance(text(random), variables, finite(k, random), finite(k * (k + 1) / 2, random));
    }

    private static Labelling labelling(Random random) {
        Comparison[] all = Comparison.values();
        Target target = switch (random.nextInt(3)) {
            case 0 -> new Target(text(random), text(random), all[random.nextInt(all.length)], text(random));
            case 1 -> new Target(text(random), "s" + text(random), null, null, "t" + text(random));
            default -> new Target(text(random), text(random), null, null);
        };
        return new Labelling(target, "+" + text(random), "-" + text(random), random.nextBoolean());
    }

    private static Encoder sparse(Random random) {
        int first = random.nextInt(2);
        return new SparseEncoder(IntStream.range(first, first + 1 + random.nextInt(20))
                .mapToObj(Integer::toString)
                .toList());
    }

    private static Encoder table(Random random) {
        List<Term> terms = new ArrayList<>();
        for (int k = random.nextInt(5); k >= 0; k--) {
            boolean filled = random.nextBoolean();
            terms.add(new NumericTerm(
                    k + text(random), filled ? random.nextGaussian() : Double.NaN, filled && random.nextBoolean()));
            List<String> levels = texts(random);
            if (levels.size() > 1) {
                int n = levels.size();
                terms.add(new CategoricalTerm(k + text(random), levels, random.nextInt(n), random.nextInt(n + 1) - 1));
            }
        }
        return new TableEncoder(terms, random.nextBoolean() ? null : text(random));
    }

    private static List<String> texts(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> i + text(random))
                .toList();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int kind = random.nextInt(4);
            int code = kind == 0
                    ? random.nextInt(128)
                    : kind == 1 ? 0x1F600 + random.nextInt(60) : 0xe0 + random.nextInt(2000);
            text.appendCodePoint(code);
        }
        return text.toString();
    }

    private static double[] numbers(int count, Random random) {
        return IntStream.range(0, count).mapToDouble(i -> number(random)).toArray();
    }

    private static double[] finite(int count, Random random) {
        return IntStream.range(0, count)
                .mapToDouble(i -> number(random))
                .map(v -> Double.isInfinite(v) ? Double.MAX_VALUE : v)
                .toArray();
    }

    private static double number(Random random) {
        double bits = Double.longBitsToDouble(random.nextLong());
        return switch (random.nextInt(8)) {
            case 0 -> -0.0;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> Double.MIN_VALUE;
            default -> Double.isNaN(bits) ? 1 : bits;
        };
    }
}
