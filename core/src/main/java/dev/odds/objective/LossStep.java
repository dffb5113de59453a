package dev.odds.objective;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;

/**
 * Adds the loss of a block and what was asked of its derivatives at one x.
 *
 * @param x theta and bias of each output, one output after another; not modified
 */
public record LossStep(double[] x) implements Step<LossSum> {
    private static final long serialVersionUID = 1L;

    @Override
    public void add(Block block, Slice y, LossSum into) {
        into.add(block, y, x);
    }
}
