package dev.odds.objective;

/** The second derivatives of F by each variable alone. */
public final class Curvatures {
    private Curvatures() {}

    /**
     * The diagonal of the Hessian of F, in one reading.
     *
     * @param x theta and, if there is one, the bias; not modified
     */
    public static double[] diagonal(Problem problem, double[] x) {
        double[] diagonal = problem.design()
                .sum(problem.response(), () -> new DiagonalSum(x.length), new DiagonalSum.At(x))
                .values();
        for (int j = 0; j < x.length; j++) {
            diagonal[j] /= problem.response().weight();
        }
        for (int j = 0; j < problem.design().features(); j++) {
            diagonal[j] += problem.penalty().curvature(j);
        }
        return diagonal;
    }
}
