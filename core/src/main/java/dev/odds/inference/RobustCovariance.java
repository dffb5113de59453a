package dev.odds.inference;

import dev.odds.design.Block;
import dev.odds.design.Units;
import dev.odds.kernel.Body;
import dev.odds.kernel.Cholesky;
import dev.odds.kernel.Workspace;
import dev.odds.objective.Lengths;
import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.Objects;

/**
 * The covariance of coefficients where the model need not be right: V = C M C times a factor, C = (W H)^-1 the inverse information
 * and M the sum of s s^T over independent observations, s the score of one (P. J. Huber, Fifth Berkeley Symposium, 1967; H. White,
 * Econometrica 50, 1982). With n observations, k coefficients and G clusters the factor is 1 for HC0, n / (n - k) for HC1 (D. A.
 * Hinkley, Technometrics 19, 1977), G / (G - 1) for clusters (K.-Y. Liang and S. L. Zeger, Biometrika 73, 1986), and n / (n - 1), or
 * that of clusters, for sampling weights (D. A. Binder, International Statistical Review 51, 1983).
 *
 * @param kind which
 * @param observations n or G: how many observations M is the sum over; of {@link Covariances#FISHER} the summed weight
 * @param stored in the coordinates of the design, over the variables kept
 * @param covariance the same on the user's scale
 */
public record RobustCovariance(Covariances kind, double observations, Covariance stored, Covariance covariance) {
    /** Numbers that the sums of clusters may take at a time; more clusters are read in several goes. */
    private static final int HELD = 1 << 21;

    /**
     * Of a fit. O(n k^2 + k^3), for clusters O(G k^2 + k^3) and a reading of X for each two million of the G k sums; memory for 2 k^2
     * numbers.
     *
     * @param units what the observations are
     * @throws InputException if there are too few observations, or no clusters where they are asked for
     */
    public static RobustCovariance of(Fitted fitted, Units units, Covariances kind) {
        if (kind == Covariances.FISHER) {
            double weight = fitted.part().response().weight();
            return of(fitted, kind, weight, fitted.inverse());
        }
        if (kind == Covariances.AUGMENTED) {
            return of(fitted, kind, fitted.part().response().weight(), augmented(fitted));
        }
        boolean clusters = kind == Covariances.CLUSTER || kind == Covariances.SAMPLING && units.clusters() != null;
        if (clusters && units.clusters() == null) {
            throw new InputException(
                    "covariance %s: found no clusters, expected a column that tells them".formatted(kind.word()));
        }
        Meat meat = clusters ? clusters(fitted, units) : rows(fitted, units);
        double factor = factor(kind, meat.observations, fitted.size());
        double[] packed = Sandwich.of(fitted.solution().factor(), fitted.size(), meat.packed, factor);
        return of(fitted, kind, meat.observations, new Covariance(fitted.size(), packed));
    }

    /** G, where M is the sum over clusters; else 0. */
    public long clusters(Units units) {
        boolean summed = kind == Covariances.CLUSTER || kind == Covariances.SAMPLING && units.clusters() != null;
        return summed ? (long) observations : 0;
    }

    private static RobustCovariance of(Fitted fitted, Covariances kind, double observations, Covariance stored) {
        return new RobustCovariance(kind, observations, stored, fitted.toUser(stored));
    }

    /** (X~ V (1 + h / w) X~^T)^-1. */
    private static Covariance augmented(Fitted fitted) {
        int k = fitted.size();
        if (!fitted.problem().penalty().firth()) {
            throw new InputException("covariance augmented: found a fit by the likelihood itself, expected Firth's");
        }
        Lengths lengths = Lengths.of(fitted.solution().factor(), fitted.kept(), fitted.features());
        double[] packed = fitted.part()
                .design()
                .sum(
                        fitted.part().response(),
                        () -> new SquaredScores(k),
                        new AugmentedStep(fitted.x(), fitted.kept(), lengths))
                .packed();
        Cholesky.factor(packed, k, 0, new boolean[k]);
        return new Covariance(k, Cholesky.inverse(packed, k));
    }

    /** M, lower half, and over how many observations. */
    private record Meat(double[] packed, double observations) {}

    private static Meat rows(Fitted fitted, Units units) {
        int k = fitted.size();
        SquaredScores sum = fitted.part()
                .design()
                .sum(
                        fitted.part().response(),
                        () -> new SquaredScores(k),
                        new SquaredScores.At(fitted.x(), fitted.kept(), units));
        return new Meat(sum.packed(), sum.observations());
    }

    private static Meat clusters(Fitted fitted, Units units) {
        int k = fitted.size();
        int[] place = place(fitted);
        double[] packed = new double[Cholesky.row(k)];
        int some = Math.max(1, HELD / Math.max(1, k));
        int seen = 0;
        for (int from = 0; from < units.count(); from += some) {
            int first = from;
            int to = Math.min(units.count(), from + some);
            double[][] sums = fitted.part()
                    .design()
                    .sum(
                            fitted.part().response(),
                            () -> new ClusterScores(first, to, k),
                            new ClusterScores.At(fitted.x(), place, units.clusters()))
                    .sums();
            seen += square(sums, k, packed);
        }
        return new Meat(packed, seen);
    }

    private static int[] place(Fitted fitted) {
        int[] place = new int[fitted.problem().size()];
        Arrays.fill(place, -1);
        for (int a = 0; a < fitted.size(); a++) {
            place[fitted.kept()[a]] = a;
        }
        return place;
    }

    /** packed += sum s s^T over the sums that are there; how many they are. */
    private static int square(double[][] sums, int k, double[] packed) {
        double[][] there = Arrays.stream(sums).filter(Objects::nonNull).toArray(double[][]::new);
        Workspace space = new Workspace();
        for (int first = 0; first < there.length; first += Block.SIZE) {
            int count = Math.min(Block.SIZE, there.length - first);
            double[] rows = new double[count * k];
            for (int g = 0; g < count; g++) {
                System.arraycopy(there[first + g], 0, rows, g * k, k);
            }
            double[] ones = new double[count];
            Arrays.fill(ones, 1);
            Body.of((long) there.length * k).loops().gram(rows, k, count, ones, packed, space);
        }
        return there.length;
    }

    private static double factor(Covariances kind, double n, int k) {
        int lost = switch (kind) {
            case HC1 -> k;
            case CLUSTER, SAMPLING -> 1;
            default -> 0;
        };
        if (!(n > lost)) {
            throw new InputException("covariance %s: found %s independent observations, expected more than %d"
                    .formatted(kind.word(), n == Math.rint(n) ? Long.toString((long) n) : Double.toString(n), lost));
        }
        return n / (n - lost);
    }
}
