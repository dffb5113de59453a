package dev.odds.design;

import dev.odds.kernel.ExactSum;
import java.util.BitSet;

/**
 * The response of every so manieth block of examples, for a design that holds these alone: a view.
 *
 * @param whole the response of all examples
 * @param spacing one block in so many is there
 * @param successes the summed weight of label 1 among them
 * @param failures the summed weight of label 0 among them
 */
public record SampledResponse(Response whole, int spacing, double successes, double failures) implements Response {
    private static final long serialVersionUID = 1L;

    /** Of the first block and every {@code spacing}-th after it. O(n / spacing). */
    public static SampledResponse of(Response whole, int spacing) {
        ExactSum successes = new ExactSum();
        ExactSum failures = new ExactSum();
        SampledResponse sample = new SampledResponse(whole, spacing, 0, 0);
        long n = sample.examples();
        for (long first = 0; first < n; first += Block.SIZE) {
            Slice y = sample.slice(first, (int) Math.min(Block.SIZE, n - first));
            for (int i = y.from(); i < y.from() + y.count(); i++) {
                successes.add(y.success()[i]);
                failures.add(y.failure()[i]);
            }
        }
        return new SampledResponse(whole, spacing, successes.value(), failures.value());
    }

    @Override
    public long examples() {
        return Shards.sampled(whole.examples(), spacing);
    }

    /** Of examples within one block. */
    @Override
    public Slice slice(long first, int count) {
        return whole.slice(place(first), count);
    }

    /** Which of all examples one of these is. */
    private long place(long example) {
        return example / Block.SIZE * spacing * Block.SIZE + example % Block.SIZE;
    }

    @Override
    public SampledResponse without(BitSet absent) {
        BitSet members = new BitSet();
        absent.stream().forEach(i -> members.set((int) place(i)));
        return of(whole.without(members), spacing);
    }

    @Override
    public SampledResponse withoutOffset() {
        return new SampledResponse(whole.withoutOffset(), spacing, successes, failures);
    }

    @Override
    public boolean hasOffset() {
        return whole.hasOffset();
    }
}
