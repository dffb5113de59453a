package dev.odds.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = name.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void countsTheColumnsThatAreWanted() throws IOException {
        Path file = file("t.csv", "a,b,c\n" + "1,2,x\n".repeat(1000));
        Forecast all = Forecast.of(file, ReadOptions.defaults());
        assertEquals(List.of("a", "b", "c"), all.names());
        assertEquals(1000, all.rows(), 2);
        assertEquals(3000, all.values(), 6);
        Forecast some = Forecast.of(file, ReadOptions.defaults().withOnly(Set.of("a")));
        assertEquals(1000, some.values(), 2);
    }

    @Test
    void goesByTheFirstMegabyteOfALongFile() throws IOException {
        String text = "a,b\n" + "1.2345,9.8765\n".repeat(500_000);
        assertEquals(
                500_000,
                Forecast.of(file("l.csv", text), ReadOptions.defaults()).rows(),
                50_000);
        StringBuilder noise = new StringBuilder("a,b\n");
        for (int i = 0; i < 500_000; i++) {
            noise.append(Math.floorMod(i * 2_654_435_761L, 1_000_003L))
                    .append(',')
                    .append(i % 1009)
                    .append('\n');
        }
        double rows = Forecast.of(file("l.csv.gz", noise.toString()), ReadOptions.defaults())
                .rows();
        assertEquals(500_000, rows, 150_000);
    }

    @Test
    void countsTheEntriesOfSparseRows() throws IOException {
        Path file = file("s.libsvm", "1 1:1 3:1\n0 2:1\n".repeat(100));
        Forecast forecast = Forecast.of(file, ReadOptions.defaults());
        assertEquals(200, forecast.rows());
        assertEquals(300, forecast.values());
    }
}
