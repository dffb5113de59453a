package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.odds.LogisticRegression;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What a small fit allocates where the library is on the class path, as in a service: counted, not timed. 5 kB are the
 * weights and what is computed of every example; X is not copied.
 */
class SmallFitAllocationTest {
    private static final int SEED = 7;
    private static final int N = 100;
    private static final int D = 5;
    private static final int FITS = 2_000;
    private static final int MOST = 10_500;

    @Test
    void aFitOfAHundredExamplesAllocatesLittleMoreThanTenKilobytes() {
        Random random = new Random(SEED);
        double[] x = random.doubles(N * D, -1, 1).toArray();
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-x[i * D])) ? 1 : 0;
        }
        allocated(x, y);
        long each = allocated(x, y);
        assertTrue(each < MOST, "%d bytes, seed %d".formatted(each, SEED));
    }

    private static long allocated(double[] x, double[] y) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        LogisticRegression spec = LogisticRegression.create();
        long before = threads.getThreadAllocatedBytes(id);
        int converged = 0;
        for (int fit = 0; fit < FITS; fit++) {
            converged += spec.solve(x, D, y).converged() ? 1 : 0;
        }
        assertTrue(converged == FITS, converged + " of " + FITS);
        return (threads.getThreadAllocatedBytes(id) - before) / FITS;
    }
}
