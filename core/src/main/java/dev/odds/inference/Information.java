package dev.odds.inference;

import dev.odds.design.Scaling;
import dev.odds.kernel.Cholesky;
import dev.odds.kernel.Lanes;
import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Problem;
import dev.odds.optimize.Need;
import dev.odds.optimize.Symmetric;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fisher's information X~ diag(w A (1 - A)) X~^T of examples at a point, in the coordinates of the design.
 *
 * @param problem the examples
 * @param x theta and, if there is one, the bias; held, not copied
 * @param kept the variables that it is over, increasing: feature j, or d for the bias; held, not copied
 * @param factor its Cholesky factor, packed; held, not copied
 */
public record Information(Problem problem, double[] x, int[] kept, double[] factor) {
    /** A variable of which less than this share is left beside those before it is left out. */
    private static final double DEPENDENT = 1e-12;

    /** At the solution of a fit, over the examples that are not separated. */
    public static Information of(Fitted fitted) {
        return new Information(
                fitted.part(), fitted.x(), fitted.kept(), fitted.solution().factor());
    }

    /**
     * At any point, in one reading; 2 O(k^3 / 3) after it. A variable that others before it determine is left out, the bias being first: a
     * column that is constant over the examples that are left goes, not the bias.
     *
     * @param variables that may be in it, increasing; not modified
     */
    public static Information at(Problem problem, double[] x, int[] variables) {
        Symmetric hessian = new LogisticObjective(problem).at(x, Need.HESSIAN).hessian();
        int[] kept = independent(hessian, variables, problem.design().features());
        double[] units = new double[kept.length];
        Arrays.fill(units, Math.sqrt(problem.response().weight()));
        double[] factor = hessian.select(kept, units).packed();
        Cholesky.factor(factor, kept.length, 0, new boolean[kept.length]);
        return new Information(problem, x, kept, factor);
    }

    private static int[] independent(Symmetric hessian, int[] variables, int bias) {
        int n = variables.length;
        int[] order = variables.clone();
        if (n > 0 && variables[n - 1] == bias) {
            System.arraycopy(variables, 0, order, 1, n - 1);
            order[0] = bias;
        }
        double[] packed = new double[Cholesky.row(n)];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                packed[Cholesky.row(i) + j] = hessian.get(order[i], order[j]);
            }
        }
        boolean[] dependent = new boolean[n];
        Cholesky.factor(packed, n, DEPENDENT, dependent);
        return IntStream.range(0, n)
                .filter(i -> !dependent[i])
                .map(i -> order[i])
                .sorted()
                .toArray();
    }

    /** k, how many variables it is over. */
    public int size() {
        return kept.length;
    }

    /** How the design stores its columns. */
    Scaling scaling() {
        return problem.design().scaling();
    }

    /** Whether the bias is its last variable. */
    boolean bias() {
        return kept.length > 0 && kept[kept.length - 1] == problem.design().features();
    }

    /** The matrix itself, packed; a new array. O(k^3 / 6). */
    double[] matrix() {
        int k = size();
        double[] matrix = new double[factor.length];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[Cholesky.row(i) + j] = Lanes.dot(factor, Cholesky.row(i), factor, Cholesky.row(j), j + 1);
            }
        }
        return matrix;
    }

    /** Its inverse. O(k^3 / 2). */
    Covariance inverse() {
        return new Covariance(size(), Cholesky.inverse(factor, size()));
    }
}
