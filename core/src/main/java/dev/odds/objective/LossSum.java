package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Sum;
import dev.odds.kernel.Cholesky;
import dev.odds.kernel.Compensated;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.Tile;
import dev.odds.kernel.Workspace;
import dev.odds.optimize.Need;
import java.util.Arrays;

/**
 * The sums of loss, gradient and Hessian over examples, none divided by W, for K outputs of d coefficients and a bias each.
 *
 * <p>Examples are taken in runs of 64: within a run one order, from run to run with compensation. So the error of a sum is below
 * 64 roundings of the sum of absolute terms, however many examples there are. Where rows are so sparse that a run holds fewer
 * entries than four times the features, runs are joined until it holds as many.
 */
public final class LossSum implements Sum<LossSum> {
    private static final long serialVersionUID = 1L;
    private static final int RUN = 64;

    private final int features;
    private final int stride;
    private final int outputs;
    private final Need need;
    /** Loss and absolute residual of each output, then its gradient, as high + low, and the part not yet folded in. */
    private double[] high;

    private final double[] low;
    private double[] part;
    private boolean folded;
    private double[] hessian;
    private double pearson;
    private long pending;
    private transient Scratch scratch;
    private transient Spent spent;
    /** The next in {@link Spent}. */
    transient LossSum next;

    /** Written anew for every run: its logits or residuals, of all outputs, a tile of one, sizes; and for every block: curvatures. */
    private record Scratch(double[] z, Tile tile, double[] absolute, double[] curvature, Workspace space) {
        static Scratch of(int examples, int outputs) {
            int run = Math.min(RUN, examples);
            Tile tile = Tile.of(run);
            double[] z = outputs == 1 ? tile.z() : new double[run * outputs];
            double[] curvature = outputs == 1 ? new double[examples] : null;
            return new Scratch(z, tile, new double[Lanes.COUNT], curvature, new Workspace());
        }

        boolean holds(int examples) {
            return tile.z().length >= Math.min(RUN, examples) && (curvature == null || curvature.length >= examples);
        }
    }

    /**
     * An empty sum.
     *
     * @param features d
     * @param bias whether each output has a bias
     * @param outputs K; a Hessian is summed for one only
     */
    public LossSum(int features, boolean bias, int outputs, Need need) {
        assert outputs == 1 || need != Need.HESSIAN;
        this.features = features;
        this.stride = features + (bias ? 1 : 0);
        this.outputs = outputs;
        this.need = need;
        int size = 2 * outputs + (need.gives(Need.GRADIENT) ? stride * outputs : 0);
        this.high = new double[size];
        this.low = new double[size];
        this.part = new double[size];
        this.hessian = need == Need.HESSIAN ? new double[Cholesky.row(stride)] : null;
    }

    /** This sum; what is merged into it is left there, for other shards to write over. */
    LossSum leaving(Spent others) {
        spent = others;
        return this;
    }

    /** This sum, empty for another reading of the same need; or a new one. */
    LossSum emptied(Need wanted) {
        if (wanted != need) {
            return new LossSum(features, stride > features, outputs, wanted);
        }
        Arrays.fill(high, 0);
        Arrays.fill(low, 0);
        Arrays.fill(part, 0);
        folded = false;
        pearson = 0;
        pending = 0;
        if (hessian != null) {
            Arrays.fill(hessian, 0);
        } else if (need == Need.HESSIAN) {
            hessian = new double[Cholesky.row(stride)];
        }
        return this;
    }

    /** Adds a block at coefficients x: theta and bias of each output, one output after another. */
    void add(Block block, Slice y, double[] x) {
        int n = block.examples();
        if (scratch == null || !scratch.holds(n)) {
            scratch = Scratch.of(n, outputs);
        }
        boolean absent = true;
        for (int from = 0; from < n; from += RUN) {
            int to = Math.min(from + RUN, n);
            if (y.isAbsent(from, to)) {
                noCurvature(from, to);
            } else {
                addRun(block, from, to, y, x);
                absent = false;
            }
            pending += block.stored(from, to) + 1;
            if (pending > 4L * features) {
                fold();
            }
        }
        if (need == Need.HESSIAN && !absent) {
            addHessian(block, scratch.curvature);
        }
    }

    /** Examples without weight add nothing, and so cost nothing. */
    private void noCurvature(int from, int to) {
        if (need == Need.HESSIAN) {
            Arrays.fill(scratch.curvature, from, to, 0);
        }
    }

    private void addRun(Block block, int from, int to, Slice y, double[] x) {
        double[] z = scratch.z;
        double[] tile = scratch.tile.z();
        int count = to - from;
        block.logits(from, to, x, stride, outputs, z);
        for (int k = 0; k < outputs; k++) {
            if (outputs == 1) {
                addOutput(block, k, from, count, y, x);
            } else {
                System.arraycopy(z, k * count, tile, 0, count);
                addOutput(block, k, from, count, y, x);
                System.arraycopy(tile, 0, z, k * count, count);
            }
        }
        if (need.gives(Need.GRADIENT)) {
            gradient(block, from, to, z);
        }
    }

    /** Turns the logits of output k in the tile into residuals, and adds its loss. */
    private void addOutput(Block block, int k, int from, int count, Slice y, double[] x) {
        double[] z = scratch.tile.z();
        if (stride > features) {
            double bias = x[k * stride + features];
            for (int i = 0; i < count; i++) {
                z[i] += bias;
            }
        }
        if (y.offset() != null) {
            for (int i = 0; i < count; i++) {
                z[i] += y.offset()[y.from() + from + i];
            }
        }
        double[] curvature = need == Need.HESSIAN ? scratch.curvature : null;
        Arrays.fill(scratch.tile.lanes(), 0);
        block.body().loops().tile(scratch.tile, y.success(), y.failure(), y.from() + from, count, curvature, from);
        part[2 * k] += Lanes.fold(scratch.tile.lanes());
        if (curvature != null) {
            addPearson(z, curvature, from, count);
        }
    }

    private void addPearson(double[] residual, double[] curvature, int from, int count) {
        for (int i = 0; i < count; i++) {
            pearson += residual[i] == 0 ? 0 : residual[i] * (residual[i] / curvature[from + i]);
        }
    }

    private void gradient(Block block, int from, int to, double[] residual) {
        int count = to - from;
        int start = 2 * outputs;
        block.accumulate(from, to, residual, outputs, part, start, stride);
        for (int k = 0; k < outputs; k++) {
            double[] lanes = scratch.tile.lanes();
            Arrays.fill(lanes, 0);
            Arrays.fill(scratch.absolute, 0);
            block.body().loops().sums(residual, k * count, count, lanes, scratch.absolute);
            if (stride > features) {
                part[start + k * stride + features] += Lanes.fold(lanes);
            }
            part[2 * k + 1] += Lanes.fold(scratch.absolute);
        }
    }

    private void addHessian(Block block, double[] curvature) {
        block.gram(curvature, hessian, scratch.space);
        if (stride > features) {
            int last = Cholesky.row(features);
            block.accumulate(0, block.examples(), curvature, 1, hessian, last, stride);
            hessian[last + features] += Lanes.sum(curvature, 0, block.examples(), scratch.tile.lanes());
        }
    }

    private void fold() {
        if (pending == 0) {
            return;
        }
        if (folded) {
            Compensated.add(high, low, part);
            Arrays.fill(part, 0);
        } else {
            swap();
        }
        folded = true;
        pending = 0;
    }

    /** The first run is added to zeros. */
    private void swap() {
        double[] zeros = high;
        high = part;
        part = zeros;
    }

    @Override
    public void merge(LossSum other) {
        fold();
        other.fold();
        Compensated.add(high, low, other.high);
        for (int j = 0; j < low.length; j++) {
            low[j] += other.low[j];
        }
        pearson += other.pearson;
        if (hessian != null) {
            for (int j = 0; j < hessian.length; j++) {
                hessian[j] += other.hessian[j];
            }
        }
        if (spent != null) {
            spent.add(other);
        }
    }

    /** The summed loss of output k. */
    public double loss(int k) {
        return total(2 * k);
    }

    /** The summed absolute residual of output k, from {@link Need#GRADIENT} on. */
    public double absoluteResidual(int k) {
        return total(2 * k + 1);
    }

    /** The sum of squared residuals divided by curvatures, for {@link Need#HESSIAN}. */
    public double pearson() {
        return pearson;
    }

    /** The summed gradient of output k by theta and bias, from {@link Need#GRADIENT} on; a new array. */
    public double[] gradient(int k) {
        double[] gradient = new double[stride];
        for (int j = 0; j < stride; j++) {
            gradient[j] = total(2 * outputs + k * stride + j);
        }
        return gradient;
    }

    /** Hands over the summed Hessian, lower half, for {@link Need#HESSIAN}: the sum is spent then. */
    public double[] takeHessian() {
        double[] taken = hessian;
        hessian = null;
        return taken;
    }

    private double total(int j) {
        fold();
        return high[j] + low[j];
    }
}
