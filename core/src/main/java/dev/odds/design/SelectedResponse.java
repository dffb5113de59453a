package dev.odds.design;

import dev.odds.kernel.ExactSum;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A response of which some examples count, a fold for instance: a view that copies no more than a block at a time.
 *
 * @param whole the response of all examples
 * @param members the examples that count; held, not copied
 * @param successes the summed weight of label 1 among them
 * @param failures the summed weight of label 0 among them
 */
public record SelectedResponse(Response whole, BitSet members, double successes, double failures) implements Response {
    private static final long serialVersionUID = 1L;

    /** Of these examples. O(n). */
    public static SelectedResponse of(Response whole, BitSet members) {
        ExactSum successes = new ExactSum();
        ExactSum failures = new ExactSum();
        for (long first = 0; first < whole.examples(); first += Block.SIZE) {
            Slice y = whole.slice(first, (int) Math.min(Block.SIZE, whole.examples() - first));
            for (int i = 0; i < y.count(); i++) {
                if (members.get((int) first + i)) {
                    successes.add(y.success()[y.from() + i]);
                    failures.add(y.failure()[y.from() + i]);
                }
            }
        }
        return new SelectedResponse(whole, members, successes.value(), failures.value());
    }

    @Override
    public long examples() {
        return whole.examples();
    }

    @Override
    public Slice slice(long first, int count) {
        Slice y = whole.slice(first, count);
        int from = (int) first;
        if (members.nextClearBit(from) >= from + count) {
            return y;
        }
        double[] success = new double[count];
        double[] failure = new double[count];
        for (int i = members.nextSetBit(from); i >= 0 && i < from + count; i = members.nextSetBit(i + 1)) {
            success[i - from] = y.success()[y.from() + i - from];
            failure[i - from] = y.failure()[y.from() + i - from];
        }
        double[] offset = y.offset() == null ? null : Arrays.copyOfRange(y.offset(), y.from(), y.from() + count);
        return new Slice(success, failure, offset, 0, count);
    }

    @Override
    public SelectedResponse without(BitSet absent) {
        BitSet rest = (BitSet) members.clone();
        rest.andNot(absent);
        return of(whole, rest);
    }

    @Override
    public SelectedResponse withoutOffset() {
        return new SelectedResponse(whole.withoutOffset(), members, successes, failures);
    }

    @Override
    public boolean hasOffset() {
        return whole.hasOffset();
    }
}
