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
    static final int RUN = 64;

    private final int features;
    private final int stride;
    private final int outputs;
    private final Need need;
    /** Whether Pearson's statistic is wanted, and with it the second derivatives by the logits. */
    private final boolean curved;

    private final boolean pearsonToo;
    /** Loss and absolute residual of each output, then its gradient, as high + low, and the part not yet folded in. */
    private double[] high;

    private final double[] low;
    private double[] part;
    private boolean folded;
    private double[] hessian;
    private double pearson;
    private long pending;
    private transient Scratch scratch;
    /** The examples of the block at hand whose logits are in the scratch. */
    private transient int first;

    private transient int end;
    private transient Spent spent;
    /** The next in {@link Spent}. */
    transient LossSum next;

    /**
     * Written anew, for blocks of so many examples or fewer: the logits of a stretch of examples, output after output, what is made of a
     * piece of it, and the curvatures of a block.
     */
    private record Scratch(Stretch stretch, double[] z, Output[] outputs, double[] curvature, Workspace space) {
        static Scratch of(Block block, int outputs) {
            Stretch stretch = Stretch.of(block);
            Output[] each = new Output[outputs];
            Arrays.setAll(each, k -> Output.of(stretch.piece()));
            boolean together = outputs == 1 && stretch.length() == stretch.piece();
            double[] z = together ? each[0].tile.z() : new double[stretch.length() * outputs];
            double[] curvature = outputs == 1 ? new double[block.examples()] : null;
            return new Scratch(stretch, z, each, curvature, new Workspace());
        }

        boolean holds(Block block) {
            return stretch.holds(block) && (curvature == null || curvature.length >= block.examples());
        }
    }

    /** A run of one output: losses, residuals and their sizes, example i in lane i mod 16. */
    private record Output(Tile tile, double[] residuals, double[] sizes) {
        static Output of(int examples) {
            return new Output(Tile.of(examples), new double[Lanes.COUNT], new double[Lanes.COUNT]);
        }

        void clear() {
            Arrays.fill(tile.lanes(), 0);
            Arrays.fill(residuals, 0);
            Arrays.fill(sizes, 0);
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
        this(features, bias, outputs, need, false);
    }

    /**
     * As above.
     *
     * @param pearson whether to sum {@link #pearson} where there is no Hessian, too
     */
    LossSum(int features, boolean bias, int outputs, Need need, boolean pearson) {
        this.pearsonToo = pearson;
        this.curved = pearson || need == Need.HESSIAN;
        assert outputs == 1 || !curved;
        this.features = features;
        this.stride = features + (bias ? 1 : 0);
        this.outputs = outputs;
        this.need = need;
        int size = 2 * outputs + (need.gives(Need.GRADIENT) ? stride * outputs : 0);
        this.high = new double[size];
        this.low = new double[size];
        this.part = new double[size];
    }

    /** This sum; what is merged into it is left there, for other shards to write over. */
    LossSum leaving(Spent others) {
        spent = others;
        return this;
    }

    @Override
    public LossSum another() {
        spent = spent == null ? new Spent() : spent;
        LossSum last = spent.poll();
        LossSum empty =
                last == null ? new LossSum(features, stride > features, outputs, need, pearsonToo) : last.emptied(need);
        return empty.leaving(spent);
    }

    /** This sum, empty for another reading of the same need; or a new one. */
    LossSum emptied(Need wanted) {
        if (wanted != need) {
            return new LossSum(features, stride > features, outputs, wanted, pearsonToo);
        }
        Arrays.fill(high, 0);
        Arrays.fill(low, 0);
        Arrays.fill(part, 0);
        folded = false;
        pearson = 0;
        pending = 0;
        if (hessian != null) {
            Arrays.fill(hessian, 0);
        }
        return this;
    }

    /** Adds a block at coefficients x: theta and bias of each output, one output after another. */
    void add(Block block, Slice y, double[] x) {
        int n = block.examples();
        if (scratch == null || !scratch.holds(block)) {
            scratch = Scratch.of(block, outputs);
        }
        int present = present(y, n);
        first = 0;
        end = 0;
        for (int from = 0; from < n; from += RUN) {
            int to = Math.min(from + RUN, n);
            if ((present >> from / RUN & 1) == 0) {
                noCurvature(from, to);
            } else {
                addRun(block, from, to, y, x);
            }
            pending += block.stored(from, to) + 1;
            if (pending > 4L * features) {
                fold();
            }
        }
        if (need == Need.HESSIAN && present != 0) {
            addHessian(block, scratch.curvature);
        }
    }

    /** Bit r for run r, of which some example has a weight. Asked of all at once, so that weights are read while logits are. */
    private static int present(Slice y, int n) {
        int present = 0;
        for (int from = 0; from < n; from += RUN) {
            present |= y.isAbsent(from, Math.min(from + RUN, n)) ? 0 : 1 << from / RUN;
        }
        return present;
    }

    /** Examples without weight add nothing, and so cost nothing. */
    private void noCurvature(int from, int to) {
        if (need == Need.HESSIAN) {
            Arrays.fill(scratch.curvature, from, to, 0);
        }
    }

    private void addRun(Block block, int from, int to, Slice y, double[] x) {
        for (Output output : scratch.outputs) {
            output.clear();
        }
        int piece = scratch.stretch.piece();
        for (int i = from; i < to; i += piece) {
            if (i >= end) {
                first = i;
                end = Math.min(i + scratch.stretch.length(), block.examples());
                block.logits(first, end, x, stride, outputs, scratch.z, scratch.space);
            }
            for (int k = 0; k < outputs; k++) {
                addPiece(block, k, i, Math.min(i + piece, to), y, x);
            }
        }
        for (int k = 0; k < outputs; k++) {
            closeRun(k);
        }
    }

    /** Turns the logits of output k into residuals, and adds its losses and its gradient. */
    private void addPiece(Block block, int k, int from, int to, Slice y, double[] x) {
        int count = to - from;
        Output output = scratch.outputs[k];
        double[] z = output.tile.z();
        if (z != scratch.z) {
            System.arraycopy(scratch.z, k * (end - first) + from - first, z, 0, count);
        }
        shift(z, k, from, count, y, x);
        double[] curvature = curved ? scratch.curvature : null;
        block.body().loops().tile(output.tile, y.success(), y.failure(), y.from() + from, count, curvature, from);
        if (curvature != null) {
            addPearson(z, curvature, from, count);
        }
        if (need.gives(Need.GRADIENT)) {
            block.accumulate(from, to, z, 1, part, 2 * outputs + k * stride, stride, scratch.space);
            block.body().loops().sums(z, 0, count, output.residuals, output.sizes);
        }
    }

    /** Adds bias and offsets to logits. */
    private void shift(double[] z, int k, int from, int count, Slice y, double[] x) {
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
    }

    private void addPearson(double[] residual, double[] curvature, int from, int count) {
        for (int i = 0; i < count; i++) {
            pearson += residual[i] == 0 ? 0 : residual[i] * (residual[i] / curvature[from + i]);
        }
    }

    private void closeRun(int k) {
        Output output = scratch.outputs[k];
        part[2 * k] += Lanes.fold(output.tile.lanes());
        if (need.gives(Need.GRADIENT)) {
            part[2 * k + 1] += Lanes.fold(output.sizes);
            if (stride > features) {
                part[2 * outputs + k * stride + features] += Lanes.fold(output.residuals);
            }
        }
    }

    private void addHessian(Block block, double[] curvature) {
        makeHessian();
        block.gram(curvature, hessian, scratch.space);
        if (stride > features) {
            int last = Cholesky.row(features);
            block.accumulate(0, block.examples(), curvature, 1, hessian, last, stride, scratch.space);
            hessian[last + features] += Lanes.sum(curvature, 0, block.examples(), scratch.outputs[0].sizes);
        }
    }

    /** Not before it is needed: an empty sum travels without zeros. */
    private void makeHessian() {
        hessian = hessian == null ? new double[Cholesky.row(stride)] : hessian;
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
        if (other.hessian != null) {
            makeHessian();
            for (int j = 0; j < hessian.length; j++) {
                hessian[j] += other.hessian[j];
            }
        }
        if (spent != null) {
            spent.add(other);
        }
    }

    @Override
    public long numbers() {
        return need == Need.HESSIAN ? Cholesky.row(stride) : 0;
    }

    /** The summed loss of output k. */
    public double loss(int k) {
        return total(2 * k);
    }

    /** The summed absolute residual of output k, from {@link Need#GRADIENT} on. */
    public double absoluteResidual(int k) {
        return total(2 * k + 1);
    }

    /** The sum of squared residuals divided by curvatures, where it was asked for. */
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
        makeHessian();
        double[] taken = hessian;
        hessian = null;
        return taken;
    }

    private double total(int j) {
        fold();
        return high[j] + low[j];
    }
}
