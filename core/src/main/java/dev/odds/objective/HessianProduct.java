package dev.odds.objective;

import dev.odds.design.ArrayResponse;
import dev.odds.design.Response;
import dev.odds.design.Step;

/**
 * The Hessian of F at one x as a linear map: the curvatures of all examples are kept, so that a product is two sparse products and no
 * exponential (Lin, Weng and Keerthi, Journal of Machine Learning Research 9, 2008). Where they cannot be gathered each product computes
 * them again, which changes no bit.
 *
 * @param problem whose F
 * @param x theta and, if there is one, the bias; not modified
 * @param curvatures as weights of a response, or null where they are not gathered
 */
record HessianProduct(Problem problem, double[] x, Response curvatures) {
    /** At x. One reading, or none. */
    static HessianProduct at(Problem problem, double[] x) {
        if (!problem.design().gathers()) {
            return new HessianProduct(problem, x, null);
        }
        double[] c = problem.design()
                .sum(problem.response(), CurvatureSum::new, new CurvatureSum.At(x))
                .values();
        return new HessianProduct(problem, x, new ArrayResponse(c, c, null, 0, 0));
    }

    /** out = Hessian v, in one reading. {@code out} is overwritten. */
    void times(double[] v, double[] out) {
        Response response = curvatures == null ? problem.response() : curvatures;
        Step<VectorSum> step = curvatures == null ? new CurvedProduct(x, v) : new ProductStep(v);
        double[] sum = problem.design()
                .sum(response, () -> new VectorSum(v.length), step)
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
