package dev.odds.bench;

import dev.odds.design.Design;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Response;
import dev.odds.design.Scaling;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.objective.LossSum;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A design that can do no more than one on a cluster, and counts its readings by what they are for.
 *
 * @param memory where the blocks are
 * @param readings how many of each kind so far
 */
record CountedDesign(MemoryDesign memory, Map<String, Integer> readings) implements Design {
    CountedDesign(MemoryDesign memory) {
        this(memory, new TreeMap<>());
    }

    @Override
    public long examples() {
        return memory.examples();
    }

    @Override
    public int features() {
        return memory.features();
    }

    @Override
    public long stored() {
        return memory.stored();
    }

    @Override
    public Scaling scaling() {
        return memory.scaling();
    }

    @Override
    public double[] largest() {
        return memory.largest();
    }

    @Override
    public boolean gathers() {
        return false;
    }

    @Override
    public <S extends Sum<S>> S sum(Response y, Supplier<S> zero, Step<S> step) {
        readings.merge(kind(zero.get(), step), 1, Integer::sum);
        return memory.sum(y, zero, step);
    }

    private String kind(Sum<?> sum, Step<?> step) {
        if (sum instanceof LossSum) {
            long half = features() * (features() + 1L) / 2;
            return sum.numbers() < half ? "gradient" : "Hessian";
        }
        return step.getClass().getSimpleName();
    }
}
