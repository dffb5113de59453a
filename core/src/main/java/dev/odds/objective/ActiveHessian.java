package dev.odds.objective;

import dev.odds.design.ActiveSet;
import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.kernel.Cholesky;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.Workspace;
import dev.odds.optimize.Symmetric;

/** The Hessian of the loss over some features and the bias, in one reading: O(n k^2) for k of them. */
public final class ActiveHessian implements Sum<ActiveHessian> {
    private static final long serialVersionUID = 1L;

    private final double[] packed;
    private transient CurvatureTile tile;
    private transient Workspace space;
    private transient double[] lanes;

    private ActiveHessian(int order) {
        this.packed = new double[Cholesky.row(order)];
    }

    /** At x over the active features and the bias. */
    private record At(double[] x, ActiveSet active) implements Step<ActiveHessian> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, ActiveHessian into) {
            if (!y.isAbsent(0, block.examples())) {
                into.add(active.size() == block.features() ? block : block.select(active), y, x);
            }
        }
    }

    /**
     * At x.
     *
     * @param problem whose loss; its penalty is left out
     * @param x theta and, if there is one, the bias; not modified
     * @param active k features, increasing, all that are not 0 in x among them; not modified
     * @return over these and, last, the bias if there is one
     */
    public static Symmetric of(Problem problem, double[] x, int[] active) {
        int d = problem.design().features();
        int order = active.length + (problem.bias() ? 1 : 0);
        double[] some = new double[order];
        for (int a = 0; a < order; a++) {
            some[a] = x[a < active.length ? active[a] : d];
        }
        At step = new At(some, ActiveSet.of(active, d));
        double weight = problem.response().weight();
        double[] packed = problem.design().sum(problem.response(), () -> new ActiveHessian(order), step).packed;
        for (int i = 0; i < packed.length; i++) {
            packed[i] /= weight;
        }
        return new Symmetric(order, packed);
    }

    private void add(Block block, Slice y, double[] x) {
        if (tile == null) {
            tile = new CurvatureTile();
            space = new Workspace();
            lanes = new double[Lanes.COUNT];
        }
        int n = block.examples();
        int k = block.features();
        double[] curvature = tile.of(block, y, x);
        block.gram(curvature, packed, space);
        if (x.length > k) {
            int last = Cholesky.row(k);
            block.accumulate(0, n, curvature, 1, packed, last, k, space);
            packed[last + k] += Lanes.sum(curvature, 0, n, lanes);
        }
    }

    @Override
    public void merge(ActiveHessian other) {
        for (int i = 0; i < packed.length; i++) {
            packed[i] += other.packed[i];
        }
    }
}
