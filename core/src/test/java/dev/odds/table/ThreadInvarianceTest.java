package dev.odds.table;

import static dev.odds.table.Texts.OPTIONS;
import static dev.odds.table.Texts.bytes;
import static dev.odds.table.Texts.data;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThreadInvarianceTest {
    private static final long SEED = 7;

    @Test
    void readsTheSameTableOnAnyNumberOfThreads() {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder("x,g,q,late\n");
        for (int i = 0; i < 120_000; i++) {
            text.append(random.nextGaussian())
                    .append(",g")
                    .append(random.nextInt(3000))
                    .append(",\"a");
            text.append(random.nextInt(9) == 0 ? "\n" : "")
                    .append(random.nextInt(5))
                    .append("\",");
            text.append(i < 100_000 ? "01" : "word").append('\n');
        }
        byte[] bytes = bytes(text.toString());
        Table one = (Table) data(bytes, "t.csv", OPTIONS.withThreads(1));

        for (int threads = 2; threads <= 8; threads++) {
            Table many = (Table) data(bytes, "t.csv", OPTIONS.withThreads(threads));
            assertArrayEquals(Texts.numbers(one, "x"), Texts.numbers(many, "x"), threads + " threads, seed " + SEED);
            for (String name : new String[] {"g", "q", "late"}) {
                assertEquals(
                        Texts.levels(one, name).levels(),
                        Texts.levels(many, name).levels());
                assertArrayEquals(
                        Texts.levels(one, name).codes(),
                        Texts.levels(many, name).codes(),
                        threads + " threads, seed " + SEED);
            }
        }
    }

    @Test
    void readsTheSameSparseRowsOnAnyNumberOfThreads() {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append(random.nextInt(2));
            for (int index = random.nextInt(50); index < 200; index += 1 + random.nextInt(80)) {
                text.append(' ').append(index + 1).append(':').append(i < 50_000 ? 1 : random.nextFloat());
            }
            text.append('\n');
        }
        byte[] bytes = bytes(text.toString());
        SparseTable one = (SparseTable) data(bytes, "t.svm", OPTIONS.withThreads(1));

        for (int threads = 2; threads <= 8; threads++) {
            SparseTable many = (SparseTable) data(bytes, "t.svm", OPTIONS.withThreads(threads));
            assertArrayEquals(one.labels(), many.labels());
            assertEquals(one.chunks().size(), many.chunks().size());
            for (int k = 0; k < one.chunks().size(); k++) {
                assertArrayEquals(
                        one.chunks().get(k).starts(), many.chunks().get(k).starts());
                assertArrayEquals(
                        one.chunks().get(k).indices(), many.chunks().get(k).indices());
                assertArrayEquals(
                        one.chunks().get(k).values(), many.chunks().get(k).values());
            }
        }
    }
}
