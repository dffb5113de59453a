package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Fit;
import dev.odds.LogisticRegression;
import dev.odds.optimize.Monitor;
import dev.odds.table.NumericColumn;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.Table;
import dev.odds.table.TableReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that a fit may consume gives the bits of one that it copies. */
class ConsumedTest {
    private static final long SEED = 5;
    private static final Roles ROLES = Roles.target("y");

    /** The target between the features, as is often so. */
    private static Table table(int rows, boolean gap) {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder("a,y,b,c\n");
        for (int i = 0; i < rows; i++) {
            double a = random.nextGaussian();
            int y = random.nextDouble() < 1 / (1 + StrictMath.exp(-a)) ? 1 : 0;
            text.append(gap && i == 300 ? "NA" : String.format(Locale.ROOT, "%.4f", a));
            text.append(
                    String.format(Locale.ROOT, ",%d,%.3f,%.2f%n", y, 100 + random.nextGaussian(), random.nextDouble()));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        return (Table) TableReader.read(
                new ByteArrayInputStream(bytes), "t.csv", ReadOptions.defaults().withThreads(2), ReadMonitor.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 256, 70_000})
    void consumedNumbersGiveTheSameBits(int rows) {
        for (boolean float32 : new boolean[] {false, true}) {
            LogisticRegression spec = LogisticRegression.create().withFloat32(float32);
            for (boolean gap : new boolean[] {false, rows > 300}) {
                Fit copied = spec.fit(table(rows, gap), ROLES);
                Fit consumed = spec.analyseConsuming(table(rows, gap), ROLES, Monitor.NONE)
                        .fit();
                assertEquals(copied.fingerprint(), consumed.fingerprint(), rows + " rows, seed " + SEED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000})
    void aTableIsKeptUnlessItIsGivenAway(int rows) {
        Table table = table(rows, false);
        NumericColumn a = (NumericColumn) table.columns().get(0);
        double[] before = a.toArray();
        Fit once = LogisticRegression.create().fit(table, ROLES);
        Fit twice = LogisticRegression.create()
                .analyseConsuming(table, ROLES, Monitor.NONE)
                .fit();
        assertEquals(once.fingerprint(), twice.fingerprint());
        assertEquals(rows, before.length);
        String told = assertThrows(IllegalStateException.class, a::toArray).getMessage();
        assertTrue(told.contains("consumed"), told);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000})
    void aBlockIsHandedOverWithoutACopy(int rows) {
        Table table = table(rows, false);
        double[] block = ((NumericColumn) table.columns().get(0)).numbers().block(1);
        Examples examples = Encoder.fit(table, ROLES).consumed().examples();
        assertSame(block, examples.take(Block.SIZE, Block.SIZE));
    }
}
