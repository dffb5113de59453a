package dev.odds.objective;

import dev.odds.optimize.Bound;
import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Point;
import dev.odds.optimize.SelfConcordance;
import dev.odds.optimize.Separable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The bound of self-concordance for an elastic net with bounds. F is not smooth, but lines touch its parts that are not from below
 * ({@link Subgradients}), and what is then below F is smooth.
 *
 * <p>Features are a face, over which {@link Face} has a Hessian, and the rest, all of them 0. A slope of the rest is chosen as the
 * Hessian predicts it at the minimum over the face, H_jK H_KK^-1 g_K; if that is allowed with room sigma_j to spare, moving theta_j by t costs
 * sigma_j |t| at least, which pays for what t does to the logits as long as M^2 >= kappa_j / sigma_j, with
 * kappa_j = max_i |x_ij| (1 + M_K mean(A (1 - A))^(1/2)) and M_K the reach of the face. So F - min F is at most that of
 * {@link SelfConcordance} for the nu of the face and the largest of these M. Derived in docs/derivation.md.
 */
public final class FaceBound {
    /** Features of the rest that have less room than lets M nu be this are better in the face. */
    private static final double NEAR = 0.25;
    /** M nu of which the bound is hardly more than nu^2 / 2. */
    private static final double ENOUGH = 0.5;

    private static final int ROUNDS = 3;
    /** The Hessian of a face has half the square of this many numbers at most. */
    private static final int MOST = 4_000;
    /** Rounding moves a sum by at most this part of its absolute terms, generously. */
    private static final double ROUNDING = 0x1p-50;

    private final Problem problem;
    private final ColumnMaxima maxima;
    private final Separable p;
    private final double[] x;
    private final Point point;
    private final Subgradients slopes;

    private FaceBound(Problem problem, ColumnMaxima maxima, double[] x, Point point) {
        this.problem = problem;
        this.maxima = maxima;
        this.p = problem.penalty().separable();
        this.x = x;
        this.point = point;
        this.slopes = new Subgradients(p, x, point.gradient());
    }

    /**
     * An upper bound on F(x) - min F: two readings and a Hessian over about as many features as are not 0, or a few times that.
     *
     * @param survivors features, increasing: all others are 0 at the minimum; not modified
     * @param x theta and, if there is one, the bias; not modified
     * @param point F at x, with the gradient of the loss and the penalty's quadratic part
     */
    public static Bound of(Problem problem, ColumnMaxima maxima, int[] survivors, double[] x, Point point) {
        return new FaceBound(problem, maxima, x, point).bound(survivors);
    }

    private Bound bound(int[] survivors) {
        int[] all = IntStream.range(0, p.size())
                .filter(j -> (x[j] != 0 || Arrays.binarySearch(survivors, j) >= 0) && !isNothing(j))
                .toArray();
        int[] features = Arrays.stream(all)
                .filter(j -> x[j] != 0 || slopes.isFixed(j) || slopes.isSteep(j))
                .toArray();
        Bound best = Bound.NONE;
        for (int round = 0; round < ROUNDS && features.length <= MOST; round++) {
            Face face = Face.of(problem, x, slopes, features);
            if (face == null) {
                break;
            }
            double own = reach(face);
            double nu = face.nu() + rounding(face, own);
            if (own * nu > ENOUGH && features.length > 0) {
                own = Math.min(own, Longest.of(problem, face, features));
            }
            int[] rest = without(all, features);
            double[] room = rest.length == 0 ? new double[0] : room(face, own, rest);
            double least = Arrays.stream(room).min().orElse(Double.POSITIVE_INFINITY);
            double m = least > 0 ? Math.max(own, 1 / StrictMath.sqrt(least)) : Double.POSITIVE_INFINITY;
            best = best.or(new Bound(Kind.SELF_CONCORDANCE, face.cost() + SelfConcordance.bound(nu, m)));
            if (m * nu <= ENOUGH || m == own) {
                break;
            }
            double wanted = nu / NEAR * (nu / NEAR);
            features = joined(features, rest, room, wanted);
        }
        return best;
    }

    /** Held, or neither seen by the loss nor by the penalty. */
    private boolean isNothing(int j) {
        return problem.penalty().units()[j] == 0
                || (maxima.values()[j] == 0 && slopes.isFixed(j) && !slopes.isSteep(j));
    }

    /** M_K. */
    private double reach(Face face) {
        double[] units = new double[face.variables().length];
        Arrays.fill(units, 1);
        return maxima.reach(problem, face.variables(), units).bound(face.spread());
    }

    /** What rounding may add to nu, as in {@link SelfConcordance#gap}, and of the slopes. */
    private double rounding(Face face, double m) {
        double logits = 0;
        double penalty = 0;
        for (int i = 0; i < face.variables().length; i++) {
            int j = face.variables()[i];
            logits += Math.abs(x[j]) * face.root()[i];
            penalty += j < p.size() ? (p.slope()[j] + p.curvature()[j] * Math.abs(x[j])) * face.spread()[i] : 0;
        }
        return ROUNDING * (logits + m * point.meanResidual() + penalty);
    }

    /** sigma_j / kappa_j of the rest. One reading. */
    private double[] room(Face face, double m, int[] rest) {
        double[] predicted = CurvedProduct.of(problem, x, face.embed(x.length));
        double curvature = problem.bias() ? face.root()[face.root().length - 1] : 0.5;
        double[] room = new double[rest.length];
        for (int i = 0; i < rest.length; i++) {
            int j = rest[i];
            double largest = maxima.values()[j];
            double error = ROUNDING * (largest * (point.meanResidual() + curvature * face.nu()) + p.slope()[j]);
            double own = slopes.room(j, predicted[j]) - error;
            room[i] = largest == 0 && own > 0 ? Double.POSITIVE_INFINITY : own / (largest * (1 + m * curvature));
        }
        return room;
    }

    private static int[] without(int[] all, int[] some) {
        return Arrays.stream(all).filter(j -> Arrays.binarySearch(some, j) < 0).toArray();
    }

    /** With those of the rest that have less room than is wanted. */
    private static int[] joined(int[] features, int[] rest, double[] room, double wanted) {
        int[] joined = Arrays.copyOf(features, features.length + rest.length);
        int count = features.length;
        for (int i = 0; i < rest.length; i++) {
            joined[count] = rest[i];
            count += room[i] < wanted ? 1 : 0;
        }
        joined = Arrays.copyOf(joined, count);
        Arrays.sort(joined);
        return joined;
    }
}
