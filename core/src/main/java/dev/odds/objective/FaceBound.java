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
 * <p>Features are a face, over which {@link Face} has a line and a Hessian, and the rest. A slope of the rest is chosen as the
 * Hessian predicts it at the minimum over the face, H_jK H_KK^-1 g_K; if that is allowed with room sigma_j to spare, moving theta_j by t costs
 * sigma_j |t| at least, which pays for what t does to the logits as long as M^2 >= kappa_j / sigma_j, with
 * kappa_j = max_i |x_ij| (1 + M_K mean(A (1 - A))^(1/2)) and M_K the reach of the face. So F - min F is at most that of
 * {@link SelfConcordance} for the nu of the face and the largest of these M. Where room lacks, it is paid for the whole way that theta_j may
 * have to go, which is little for features that those of the face determine. Derived in docs/derivation.md.
 */
public final class FaceBound {
    /** Features of the rest that have less room than lets M nu be this are better in the face. */
    private static final double NEAR = 0.25;
    /** M nu of which the bound is hardly more than nu^2 / 2. */
    private static final double ENOUGH = 0.5;

    /** No better bound is looked for than this many times the least that a face could have. */
    private static final double LITTLE = 1.5;

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
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && features.length <= MOST; round++) {
            Patch patch = Patch.of(problem, x, features);
            int[] kept = Face.independent(patch, slopes);
            Face face = Face.of(patch.select(kept), slopes);
            double own = reach(face);
            double nu = face.nu() + rounding(face, own);
            if (own * nu > ENOUGH && face.features(p.size()).length > 0) {
                own = Math.min(own, Longest.of(problem, face));
            }
            Rest rest = rest(patch, kept, face, own, without(all, face.features(p.size())));
            double wanted = nu / NEAR * (nu / NEAR);
            best = Math.min(best, face.cost() + Math.min(gap(rest, rest.omega(), nu, own), gap(rest, wanted, nu, own)));
            int[] lacking = rest.lacking(wanted, features);
            if (best <= LITTLE * (face.cost() + nu * nu / 2) || lacking.length == 0) {
                break;
            }
            features = IntStream.concat(Arrays.stream(features), Arrays.stream(lacking))
                    .sorted()
                    .toArray();
        }
        return best < Double.POSITIVE_INFINITY ? new Bound(Kind.SELF_CONCORDANCE, best) : Bound.NONE;
    }

    /** With M such that the rest pays by omega. */
    private static double gap(Rest rest, double omega, double nu, double own) {
        double m = omega > 0 ? Math.max(own, 1 / StrictMath.sqrt(omega)) : Double.POSITIVE_INFINITY;
        double gap = SelfConcordance.bound(nu, m);
        return gap < Double.POSITIVE_INFINITY ? gap + rest.price(omega) : gap;
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
        double penalty = 0;
        for (int i = 0; i < face.variables().length; i++) {
            int j = face.variables()[i];
            penalty += j < p.size() ? (p.slope()[j] + p.curvature()[j] * Math.abs(x[j])) * face.spread()[i] : 0;
        }
        return ROUNDING * (logits(face) + m * point.meanResidual() + penalty);
    }

    /** The root mean square of sum_j |x_ij x_j|, by A (1 - A), at most. */
    private double logits(Face face) {
        double logits = problem.bias() ? Math.abs(x[p.size()]) * curvature(face) : 0;
        for (int j = 0; j < p.size(); j++) {
            int i = x[j] == 0 ? -1 : Arrays.binarySearch(face.variables(), j);
            logits += x[j] == 0 ? 0 : Math.abs(x[j]) * (i < 0 ? maxima.values()[j] * curvature(face) : face.root()[i]);
        }
        return logits;
    }

    /** The root of the mean of A (1 - A), at most. */
    private double curvature(Face face) {
        return problem.bias() ? face.root()[face.root().length - 1] : 0.5;
    }

    /** What is not in the face. A reading where there is any, and one for what the face determines. */
    private Rest rest(Patch patch, int[] kept, Face face, double m, int[] features) {
        if (features.length == 0) {
            return new Rest(features, new double[0], new double[0], new double[0], new double[0]);
        }
        double[] predicted = CurvedProduct.of(problem, x, face.embed(x.length));
        double curvature = curvature(face);
        double size = point.meanResidual() + curvature * (face.nu() + logits(face));
        double[] errors = new double[features.length];
        for (int i = 0; i < errors.length; i++) {
            int j = features[i];
            errors[i] = ROUNDING * (maxima.values()[j] * size + p.slope()[j] + p.curvature()[j] * Math.abs(x[j]));
        }
        Rest rest = Rest.of(slopes, features, predicted, errors, point.value());
        for (int i = 0; i < features.length; i++) {
            rest.kappa()[i] = maxima.values()[features[i]] * (1 + m * curvature);
        }
        int[] dropped = IntStream.range(0, patch.variables().length)
                .filter(a -> Arrays.binarySearch(kept, a) < 0)
                .toArray();
        if (dropped.length > 0) {
            double[] left = Remainders.of(problem, maxima.values(), patch, kept, face, dropped);
            for (int k = 0; k < left.length; k++) {
                rest.kappa()[Arrays.binarySearch(features, patch.variables()[dropped[k]])] = left[k];
            }
        }
        return rest;
    }

    private static int[] without(int[] all, int[] some) {
        return Arrays.stream(all).filter(j -> Arrays.binarySearch(some, j) < 0).toArray();
    }
}
