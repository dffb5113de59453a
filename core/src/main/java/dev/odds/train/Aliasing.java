package dev.odds.train;

import dev.odds.kernel.Cholesky;
import dev.odds.objective.Problem;
import dev.odds.optimize.Symmetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which variables the others before them determine: the bias comes first, then the features in order, so that the first of
 * several aliased columns stays.
 *
 * <p>The pivots of an ordered Cholesky factorisation of the centred Gram tell how much of each column is left once those before
 * it are swept out; but rounding leaves up to the condition number times 1e-16 of a column that is aliased exactly. So a small
 * pivot only raises suspicion, and a reading of the data measures what is left of the suspects: x_j less its combination of the
 * others, row by row, which is exact to rounding. Less than {@value #ALIASED} of the centred sum of squares is aliased: more
 * collinear than that, no Hessian in double precision tells the columns apart. O(d^3 / 3) and one reading, and both again for
 * each suspect that is cleared.
 */
final class Aliasing {
    private static final double SUSPECT = 1e-7;
    static final double ALIASED = 1e-13;
    /** What is left of a column that is constant but for rounding. */
    private static final double CONSTANT = 1e-12;

    private final Problem problem;
    private final int n;
    private final int shift;
    private final double[] gram;
    private final boolean[] constant;

    private Aliasing(Problem problem, Symmetric hessian, int from, int to) {
        this.problem = problem;
        this.n = hessian.order();
        this.shift = problem.bias() ? 1 : 0;
        this.gram = new double[hessian.packed().length];
        this.constant = new boolean[n];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                gram[at++] = hessian.get(variable(i), variable(j));
            }
        }
        findConstants();
        Arrays.fill(constant, from + shift, to + shift, true);
    }

    /**
     * The variables that stay, increasing.
     *
     * @param hessian at a point where all logits are alike, hence a multiple of the Gram
     */
    static int[] kept(Problem problem, Symmetric hessian) {
        return kept(problem, hessian, 0, 0);
    }

    /** As above, as if features [from, to) were constant. */
    static int[] kept(Problem problem, Symmetric hessian, int from, int to) {
        return new Aliasing(problem, hessian, from, to).kept();
    }

    /** The variable at a place of the order in which columns are swept: the bias first. */
    private int variable(int place) {
        return shift == 0 ? place : place == 0 ? n - 1 : place - 1;
    }

    private void findConstants() {
        for (int i = shift; i < n && shift == 1; i++) {
            double whole = gram[Cholesky.row(i) + i];
            double cross = gram[Cholesky.row(i)];
            if (!(whole - cross * cross / gram[0] > CONSTANT * whole)) {
                constant[i] = true;
            }
        }
    }

    private int[] kept() {
        boolean[] cleared = new boolean[n];
        while (true) {
            double[] factor = gram.clone();
            boolean[] dependent = dependent(factor, cleared);
            List<Integer> suspects = new ArrayList<>(0);
            for (int i = 0; i < n; i++) {
                if (dependent[i] && !constant[i] && gram[Cholesky.row(i) + i] > 0) {
                    suspects.add(i);
                }
            }
            int innocent = suspects.isEmpty() ? -1 : firstInnocent(suspects, factor);
            if (innocent < 0) {
                return variables(dependent);
            }
            cleared[innocent] = true;
        }
    }

    private boolean[] dependent(double[] factor, boolean[] cleared) {
        boolean[] dependent = new boolean[n];
        double[] tolerance = new double[n];
        for (int i = 0; i < n; i++) {
            double whole = factor[Cholesky.row(i) + i];
            double varying = shift == 1 && i > 0 ? whole - square(factor[Cholesky.row(i)]) / factor[0] : whole;
            tolerance[i] = constant[i] ? Double.MAX_VALUE : cleared[i] ? 0 : SUSPECT * varying;
        }
        Cholesky.factor(factor, n, tolerance, dependent);
        return dependent;
    }

    private static double square(double x) {
        return x * x;
    }

    /** The first suspect of which something is left, or -1. */
    private int firstInnocent(List<Integer> suspects, double[] factor) {
        double[] combinations = new double[2 * suspects.size() * n];
        for (int s = 0; s < suspects.size(); s++) {
            combine(suspects.get(s), factor, combinations, 2 * s * n);
        }
        double[] squares = Squares.of(problem, combinations, 2 * suspects.size());
        for (int s = 0; s < suspects.size(); s++) {
            if (squares[2 * s] > ALIASED * squares[2 * s + 1]) {
                return suspects.get(s);
            }
        }
        return -1;
    }

    /** Writes x_i less its combination of the kept columns before it, and x_i less its mean, as coefficients. */
    private void combine(int i, double[] factor, double[] out, int at) {
        double[] weights = new double[i];
        System.arraycopy(gram, Cholesky.row(i), weights, 0, i);
        Cholesky.forward(factor, i, weights);
        Cholesky.backward(factor, i, weights);
        for (int k = 0; k < i; k++) {
            out[at + variable(k)] = -weights[k];
        }
        out[at + variable(i)] = 1;
        out[at + n + variable(i)] = 1;
        if (shift == 1) {
            out[at + n + n - 1] = -gram[Cholesky.row(i)] / gram[0];
        }
    }

    private int[] variables(boolean[] dependent) {
        int[] stay = new int[n];
        int count = 0;
        for (int i = shift; i < n + shift; i++) {
            if (!dependent[i % n]) {
                stay[count++] = variable(i % n);
            }
        }
        return count == n ? stay : Arrays.copyOf(stay, count);
    }
}
