package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final long SEED = 20261124;
    private static final int N = 1_003;

    /** A tenth of label 1, some rows of weight 0, some of both labels. */
    private static ArrayResponse rare(long seed) {
        Random random = new Random(seed);
        double[] success = new double[N];
        double[] failure = new double[N];
        for (int i = 0; i < N; i++) {
            boolean rare = random.nextInt(10) == 0;
            boolean both = random.nextInt(8) == 0;
            success[i] = rare ? 2 : both ? 0.5 : 0;
            failure[i] = rare ? (both ? 1 : 0) : 3;
            if (random.nextInt(12) == 0) {
                success[i] = 0;
                failure[i] = 0;
            }
        }
        return ArrayResponse.weighted(success, failure, null);
    }

    private static int[] sizes(Folds folds, double[] success, double[] failure, boolean ones) {
        int[] sizes = new int[folds.count()];
        for (int i = 0; i < N; i++) {
            if (success[i] + failure[i] > 0 && success[i] >= failure[i] == ones) {
                sizes[folds.of()[i]]++;
            }
        }
        return sizes;
    }

    private static int spread(int[] sizes) {
        return Arrays.stream(sizes).max().orElseThrow()
                - Arrays.stream(sizes).min().orElseThrow();
    }

    @Test
    void foldsHoldAsManyOfEachLabel() {
        for (long seed = 1; seed <= 10; seed++) {
            ArrayResponse y = rare(seed);
            for (int count : new int[] {2, 3, 10, 60}) {
                Folds folds = Folds.stratified(y, count, seed);
                int[] ones = sizes(folds, y.success(), y.failure(), true);
                int[] zeros = sizes(folds, y.success(), y.failure(), false);
                int[] all =
                        IntStream.range(0, count).map(k -> ones[k] + zeros[k]).toArray();
                String of = "%d folds of seed %d: ".formatted(count, seed);
                assertTrue(spread(ones) <= 1, of + Arrays.toString(ones));
                assertTrue(spread(zeros) <= 1, of + Arrays.toString(zeros));
                assertTrue(spread(all) <= 1, of + Arrays.toString(all));
            }
        }
    }

    @Test
    void anExampleWithoutWeightIsInNoFold() {
        ArrayResponse y = rare(SEED);
        int[] dealt = Folds.stratified(y, 5, SEED).of();
        int[] each = Folds.each(y).of();
        for (int i = 0; i < N; i++) {
            boolean absent = y.success()[i] + y.failure()[i] == 0;
            assertEquals(absent, dealt[i] == -1, "example " + i);
            assertEquals(absent, each[i] == -1, "example " + i);
        }
    }

    @Test
    void theSeedDeals() {
        ArrayResponse y = rare(SEED);
        assertArrayEquals(
                Folds.stratified(y, 5, 1).of(), Folds.stratified(y, 5, 1).of());
        assertFalse(Arrays.equals(
                Folds.stratified(y, 5, 1).of(), Folds.stratified(y, 5, 2).of()));
        int[] fold = Folds.stratified(y, 2, 1).of();
        long neighbours =
                IntStream.range(1, N).filter(i -> fold[i] == fold[i - 1]).count();
        assertEquals(N / 2.0, neighbours, 100, "the order of rows shows");
    }

    @Test
    void clustersStayTogetherAndTheirLabelsAreSpread() {
        Random random = new Random(SEED);
        int[] clusters = new int[N];
        double[] labels = new double[N];
        for (int i = 0; i < N; i++) {
            clusters[i] = i < 100 ? i : random.nextInt(100);
            labels[i] = clusters[i] % 4 == 0 ? 1 : 0;
        }
        Folds folds = Folds.stratified(ArrayResponse.of(labels), clusters, 5, SEED);
        int[] foldOf = Arrays.copyOf(folds.of(), 100);
        int[] ones = new int[5];
        for (int i = 0; i < N; i++) {
            assertEquals(foldOf[clusters[i]], folds.of()[i], "example " + i);
            ones[folds.of()[i]] += i < 100 && labels[i] == 1 ? 1 : 0;
        }
        assertArrayEquals(new int[] {5, 5, 5, 5, 5}, ones);
    }

    @Test
    void eachIsAFoldOfItsOwn() {
        Folds folds = Folds.each(ArrayResponse.of(new double[] {0, 1, 1}, new double[] {1, 0, 2}, null));
        assertArrayEquals(new int[] {0, -1, 1}, folds.of());
        assertEquals(2, folds.count());
    }

    @Test
    void numbersOfTheUserAreFoldsInTheirOrder() {
        Folds folds = Folds.given(new int[] {7, -2, 7, 100, -2});
        assertArrayEquals(new int[] {1, 0, 1, 2, 0}, folds.of());
        assertEquals(3, folds.count());
        Response held = folds.held(ArrayResponse.of(new double[] {1, 0, 1, 1, 1}), 0);
        assertEquals(1, held.successes());
        assertEquals(1, held.failures());
    }

    @Test
    void refusalsSayWhatWasFound() {
        ArrayResponse y = ArrayResponse.of(new double[] {0, 1, 1, 0, 1, 1});
        assertRefused("found 1 folds; expected at least 2", () -> Folds.stratified(y, 1, 0));
        assertRefused("found 1 folds; expected at least 2", () -> Folds.given(new int[] {4, 4}));
        assertRefused(
                "found 7 folds for 6 examples with a weight; expected at most one fold for each",
                () -> Folds.stratified(y, 7, 0));
        assertRefused(
                "found 3 folds for 2 clusters with a weight; expected at most one fold for each",
                () -> Folds.stratified(y, new int[] {0, 1, 0, 1, 1, 1}, 3, 0));
        assertRefused(
                "found the folds of 2 examples for 6; expected one for each",
                () -> Folds.given(new int[] {1, 2}).held(y, 0));
    }

    private static void assertRefused(String expected, Runnable asked) {
        assertEquals(expected, assertThrows(InputException.class, asked::run).getMessage());
    }
}
