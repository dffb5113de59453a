package dev.odds.evaluation;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The logits of several models for the examples that have a weight, in their order: those held out, all others having none. */
final class HeldLogits implements Sum<HeldLogits> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Part> parts = new ArrayList<>();

    /** The held examples of a block; the logits of one model after those of another. */
    private record Part(double[] success, double[] failure, double[] z) implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads the logits in runs of examples that stand together; the others are passed over.
     *
     * @param x theta and bias of each model, one model after another; not modified
     * @param models how many
     * @param bias whether there is one
     */
    record Read(double[] x, int models, boolean bias) implements Step<HeldLogits> {
        private static final long serialVersionUID = 1L;

        @Override
        public void add(Block block, Slice y, HeldLogits into) {
            int[] held = held(y);
            if (held.length > 0) {
                into.parts.add(part(block, y, held));
            }
        }

        private static int[] held(Slice y) {
            int[] held = new int[y.count()];
            int count = 0;
            for (int i = 0; i < y.count(); i++) {
                held[count] = i;
                count += y.success()[y.from() + i] + y.failure()[y.from() + i] > 0 ? 1 : 0;
            }
            return Arrays.copyOf(held, count);
        }

        private Part part(Block block, Slice y, int[] held) {
            int count = held.length;
            Part part = new Part(new double[count], new double[count], new double[count * models]);
            for (int i = 0; i < count; i++) {
                part.success[i] = y.success()[y.from() + held[i]];
                part.failure[i] = y.failure()[y.from() + held[i]];
            }
            double[] run = new double[count * models];
            for (int from = 0; from < count; ) {
                int to = from + 1;
                while (to < count && held[to] == held[to - 1] + 1) {
                    to++;
                }
                int stride = x.length / models;
                block.logits(held[from], held[to - 1] + 1, x, stride, models, run);
                for (int k = 0; k < models; k++) {
                    System.arraycopy(run, k * (to - from), part.z, k * count + from, to - from);
                }
                from = to;
            }
            shift(part.z, y, held);
            return part;
        }

        /** Adds biases and offsets. */
        private void shift(double[] z, Slice y, int[] held) {
            int stride = x.length / models;
            for (int k = 0; k < models; k++) {
                double b = bias ? x[(k + 1) * stride - 1] : 0;
                for (int i = 0; i < held.length; i++) {
                    z[k * held.length + i] += y.offset() == null ? b : b + y.offset()[y.from() + held[i]];
                }
            }
        }
    }

    @Override
    public void merge(HeldLogits other) {
        parts.addAll(other.parts);
    }

    /** W1 of each example. */
    double[] success() {
        return joined(parts.stream().map(Part::success).toList());
    }

    /** W0 of each example. */
    double[] failure() {
        return joined(parts.stream().map(Part::failure).toList());
    }

    /** The logits of a model. */
    double[] of(int model) {
        return joined(parts.stream()
                .map(part -> {
                    int count = part.success.length;
                    return Arrays.copyOfRange(part.z, model * count, (model + 1) * count);
                })
                .toList());
    }

    private static double[] joined(List<double[]> pieces) {
        double[] all =
                new double[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (double[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}
