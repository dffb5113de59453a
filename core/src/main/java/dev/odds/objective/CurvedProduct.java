package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;

/**
 * Adds X~ diag(w A (1 - A)) X~^T v of a block: the Hessian of the loss at x times v, for one product only, or many where
 * {@link HessianProduct} cannot keep the curvatures.
 *
 * @param x theta and, if there is one, the bias; not modified
 * @param v as {@code x}
 */
record CurvedProduct(double[] x, double[] v) implements Step<VectorSum> {
    private static final long serialVersionUID = 1L;

    @Override
    public void add(Block block, Slice y, VectorSum into) {
        double[] curvature = new CurvatureTile().of(block, y, x);
        new ProductStep(v).add(block, new Slice(curvature, curvature, null, 0, block.examples()), into);
    }

    /** The Hessian of the loss at x times v, in one reading. */
    static double[] of(Problem problem, double[] x, double[] v) {
        double[] product = problem.design()
                .sum(problem.response(), () -> new VectorSum(x.length), new CurvedProduct(x, v))
                .values();
        for (int j = 0; j < product.length; j++) {
            product[j] /= problem.response().weight();
        }
        return product;
    }
}
