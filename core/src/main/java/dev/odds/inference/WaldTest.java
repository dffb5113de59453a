package dev.odds.inference;

import dev.odds.design.Span;
import dev.odds.kernel.Cholesky;
import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Wald's test of linear equations R b = q together: (R b - q)^T (R V R^T)^-1 (R b - q), chi-squared with as many degrees of freedom as
 * R has independent rows, where they hold (A. Wald, Transactions of the American Mathematical Society 54, 1943).
 *
 * @param what is tested, in words
 * @param statistic at least 0
 * @param df how many equations are independent
 */
public record WaldTest(String what, double statistic, int df) {
    /** What of a variance must be left over by the equations before it, to be told from rounding. */
    private static final double SINGULAR = 1e-12;

    /** The chance of a statistic as large, where the equations hold; keeps its digits down to the smallest double. */
    public double p() {
        return ChiSquare.survival(statistic, df);
    }

    /** The same among tests of other kinds. */
    public TermTest asTerm() {
        return new TermTest(what, df, statistic, p());
    }

    /**
     * Of a hypothesis. O(m^2 u + m u^2) for m equations between u coefficients.
     *
     * @param covariance on the user's scale, over the variables kept
     * @param names of all variables, the bias last where there is one
     * @throws InputException if a coefficient in it is infinite or was not estimated, if equations contradict one another, or if the
     *     covariance does not tell them apart
     */
    public static WaldTest of(Fitted fitted, Covariance covariance, Hypothesis hypothesis, List<String> names) {
        int[] variables = hypothesis.variables();
        double[] estimates = fitted.estimates();
        int[] places = new int[variables.length];
        double[] errors = new double[variables.length];
        for (int u = 0; u < variables.length; u++) {
            check(fitted, estimates, variables[u], hypothesis, names);
            places[u] = Arrays.binarySearch(fitted.kept(), variables[u]);
            errors[u] = Math.sqrt(covariance.get(places[u], places[u]));
        }
        Equations equations = Equations.independent(hypothesis, variables, errors);
        int m = equations.count();
        double[] variance = new double[Cholesky.row(m)];
        double[] difference = new double[m];
        for (int a = 0; a < m; a++) {
            double[] row = equations.rows().get(a);
            difference[a] = -equations.values().get(a);
            for (int u = 0; u < variables.length; u++) {
                difference[a] = Math.fma(row[u], estimates[variables[u]], difference[a]);
            }
            for (int b = 0; b <= a; b++) {
                variance[Cholesky.row(a) + b] = product(row, equations.rows().get(b), covariance, places);
            }
        }
        return of(hypothesis.text(), variance, difference)
                .orElseThrow(() -> new InputException(
                        "hypothesis '%s': the covariance has no %d independent variances; expected fewer equations, or more clusters"
                                .formatted(hypothesis.text(), m)));
    }

    /**
     * That all coefficients of a column are 0, those that were estimated; none where one of them is infinite, none was
     * estimated, or the covariance does not tell them apart.
     *
     * @param covariance on the user's scale, over the variables kept
     */
    public static Optional<WaldTest> of(Fitted fitted, Covariance covariance, Span span) {
        double[] estimates = fitted.estimates();
        int[] places = IntStream.range(0, fitted.size())
                .filter(a -> fitted.kept()[a] >= span.from() && fitted.kept()[a] < span.to())
                .toArray();
        boolean finite = Arrays.stream(estimates, span.from(), span.to()).allMatch(Double::isFinite);
        if (places.length == 0 || !finite) {
            return Optional.empty();
        }
        double[] variance = new double[Cholesky.row(places.length)];
        double[] difference = new double[places.length];
        for (int a = 0; a < places.length; a++) {
            difference[a] = estimates[fitted.kept()[places[a]]];
            for (int b = 0; b <= a; b++) {
                variance[Cholesky.row(a) + b] = covariance.get(places[a], places[b]);
            }
        }
        return of(span.column(), variance, difference);
    }

    private static void check(Fitted fitted, double[] estimates, int j, Hypothesis hypothesis, List<String> names) {
        String wrong = !Double.isFinite(estimates[j])
                ? "is infinite, as it separates the labels"
                : fitted.solution().isKept(j) ? null : "was not estimated, as the data do not determine it";
        if (wrong != null) {
            throw new InputException("hypothesis '%s': the coefficient of %s %s; expected finite ones"
                    .formatted(hypothesis.text(), names.get(j), wrong));
        }
    }

    private static double product(double[] left, double[] right, Covariance v, int[] places) {
        double sum = 0;
        for (int t = 0; t < left.length; t++) {
            for (int u = 0; u < right.length; u++) {
                sum = Math.fma(left[t] * right[u], v.get(places[t], places[u]), sum);
            }
        }
        return sum;
    }

    /** None where the variance is singular; both arrays are overwritten. */
    private static Optional<WaldTest> of(String what, double[] variance, double[] difference) {
        int m = difference.length;
        if (Cholesky.factor(variance, m, SINGULAR, new boolean[m]) > 0) {
            return Optional.empty();
        }
        Cholesky.forward(variance, m, difference);
        double statistic = 0;
        for (double u : difference) {
            statistic = Math.fma(u, u, statistic);
        }
        return Optional.of(new WaldTest(what, statistic, m));
    }
}
