package dev.odds.bench;

import dev.odds.design.Block;
import dev.odds.design.DenseBlock;
import dev.odds.design.Slice;
import dev.odds.kernel.Body;
import dev.odds.objective.LossStep;
import dev.odds.objective.LossSum;
import dev.odds.optimize.Need;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Multiplications and additions of a gradient per cycle of one core, X in its caches: 4 n d of them, two in the logits and two in the
 * accumulation for each number; losses and residuals are not counted, but take their time. The clock is that of a chain of additions.
 * Arguments: kilobytes of X, then every d.
 */
public final class InCache {
    private static final int REPEATS = 15;
    private static final int LINKS = 50_000_000;

    private InCache() {}

    public static void main(String[] args) {
        int bytes = Integer.parseInt(args[0]) << 10;
        for (int a = 1; a < args.length; a++) {
            int d = Integer.parseInt(args[a]);
            measure(Math.max(1, bytes / 8 / d / 64) * 64, d);
        }
    }

    private static void measure(int n, int d) {
        Random random = new Random(1);
        int count = (n + Block.SIZE - 1) / Block.SIZE;
        Block[] blocks = new Block[count];
        Slice[] responses = new Slice[count];
        double[] labels = random.ints(n, 0, 2).asDoubleStream().toArray();
        double[] failures = Arrays.stream(labels).map(label -> 1 - label).toArray();
        for (int b = 0; b < count; b++) {
            int from = b * Block.SIZE;
            int size = Math.min(Block.SIZE, n - from);
            blocks[b] = new DenseBlock(d, random.doubles((long) size * d, -1, 1).toArray(), size, Body.FASTEST);
            responses[b] = new Slice(labels, failures, null, from, size);
        }
        LossStep step = new LossStep(random.doubles(d + 1, -0.1, 0.1).toArray());
        LossSum sum = new LossSum(d, true, 1, Need.GRADIENT);
        int readings = Math.max(1, 40_000_000 / (n * d));
        double most = 0;
        for (int r = 0; r < REPEATS; r++) {
            long start = System.nanoTime();
            for (int k = 0; k < readings; k++) {
                for (int b = 0; b < count; b++) {
                    step.add(blocks[b], responses[b], sum);
                }
            }
            most = Math.max(most, 4.0 * n * d * readings / (System.nanoTime() - start));
        }
        double clock = clock();
        System.out.printf(
                Locale.ROOT,
                "d %d, n %d: %.1f Gflop/s, %.2f GHz, %.1f per cycle%s%n",
                d,
                n,
                most,
                clock,
                most / clock,
                Double.isFinite(sum.loss(0)) ? "" : " (not finite)");
    }

    /** Gigahertz: an exclusive or and an addition that wait for each other take a cycle each. */
    private static double clock() {
        double most = 0;
        int sink = 0;
        for (int r = 0; r < 5; r++) {
            long start = System.nanoTime();
            int link = r;
            for (int i = 0; i < LINKS; i++) {
                link = (link ^ i) + i;
            }
            sink ^= link;
            most = Math.max(most, 2.0 * LINKS / (System.nanoTime() - start));
        }
        return sink == 1 ? most + 1e-9 : most;
    }
}
