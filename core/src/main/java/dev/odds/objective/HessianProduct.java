package dev.odds.objective;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Response;

/**
 * The Hessian of F at one x as a linear map: the curvatures of all examples are kept, so that a product is two sparse products and no
 * exponential (Lin, Weng and Keerthi, Journal of Machine Learning Research 9, 2008).
 *
 * @param problem whose F
 * @param curvatures as weights of a response
 */
record HessianProduct(Problem problem, Response curvatures) {
    /** At x: theta and, if there is one, the bias; not modified. One reading. */
    static HessianProduct at(Problem problem, double[] x) {
        double[] c = problem.design()
                .sum(problem.response(), CurvatureSum::new, new CurvatureSum.At(x))
                .values();
        return new HessianProduct(problem, new ArrayResponse(c, c, null, 0, 0));
    }

    /** out = Hessian v, in one reading. {@code out} is overwritten. */
    void times(double[] v, double[] out) {
        double[] sum = problem.design()
                .sum(curvatures, () -> new VectorSum(v.length), new ProductStep(v))
                .values();
        double weight = problem.response().weight();
        int d = problem.design().features();
        for (int j = 0; j < d; j++) {
            out[j] = Math.fma(problem.penalty().curvature(j), v[j], sum[j] / weight);
        }
        if (v.length > d) {
            out[d] = sum[d] / weight;
        }
    }
}
