package dev.odds.table;

import static dev.odds.table.Texts.OPTIONS;
import static dev.odds.table.Texts.bytes;
import static dev.odds.table.Texts.gz;
import static dev.odds.table.Texts.levels;
import static dev.odds.table.Texts.names;
import static dev.odds.table.Texts.numbers;
import static dev.odds.table.Texts.table;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
    private static final double NAN = Double.NaN;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", " ", "  ", ", "})
    void infersTheDelimiter(String delimiter) {
        Table table = table("a,b,c\n1,x,2.5\n3,y,-4\n".replace(",", delimiter));

        assertEquals(List.of("a", "b", "c"), names(table));
        assertArrayEquals(new double[] {1, 3}, numbers(table, "a"));
        assertEquals(List.of("x", "y"), levels(table, "b").levels());
        assertArrayEquals(new double[] {2.5, -4}, numbers(table, "c"));
    }

    @Test
    void takesAFirstRowWithoutNumbersForTheHeader() {
        assertEquals(List.of("a", "b"), names(table("a,b\nx,1\n")));
        assertEquals(List.of("c1", "c2"), names(table("a,7\nx,1\n")));
        assertEquals(List.of("c1", "c2"), names(table("a,a\nx,y\n")));
    }

    @Test
    void letsTheUserSayWhetherThereIsAHeader() {
        assertEquals(List.of("7", "8"), names(table("7,8\n1,2\n", OPTIONS.withHeader(true))));
        assertEquals(2, table("a,b\nx,1\n", OPTIONS.withHeader(false)).rows());
    }

    @Test
    void namesColumnsWithoutANameByTheirPosition() {
        assertEquals(List.of("c1", "x", "c3"), names(table("\"\",x,\n1,2,3\n")));
    }

    @Test
    void readsNumbersAndMissingValues() {
        Table table = table("x,y\n1e-3,.5\n5.,+3\n007,NA\n?,1E5\n, . \nNaN,null\n");

        assertArrayEquals(new double[] {1e-3, 5, 7, NAN, NAN, NAN}, numbers(table, "x"));
        assertArrayEquals(new double[] {.5, 3, NAN, 1e5, NAN, NAN}, numbers(table, "y"));
    }

    @Test
    void replacesTheMissingMarkersOnDemand() {
        Table table = table("x,y\n-999,NA\n1,b\n,-999\n", OPTIONS.withMissing(List.of("-999")));

        assertArrayEquals(new double[] {NAN, 1, NAN}, numbers(table, "x"));
        assertEquals(List.of("NA", "b"), levels(table, "y").levels());
        assertArrayEquals(new int[] {0, 1, -1}, levels(table, "y").codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "0x1p3", "1d", "1f", "1_000", "1 000", "1,000"})
    void takesWhatIsNoPlainDecimalForText(String text) {
        Table table = table("x,y\n\"" + text + "\",1\n2,1\n");

        assertTrue(levels(table, "x").levels().contains(text));
    }

    @Test
    void ordersLevelsByCodePoints() {
        Table table = table("g,n\n\uFFFD,1\n\uD83D\uDE00,2\nb,3\nB,4\n,5\nb,6\n");

        assertEquals(
                List.of("B", "b", "\uFFFD", "\uD83D\uDE00"), levels(table, "g").levels());
        assertArrayEquals(new int[] {2, 3, 1, 0, -1, 1}, levels(table, "g").codes());
    }

    @Test
    void readsQuotedFields() {
        Table table = table("name;n\n\"a;b\";1\n \"say \"\"hi\"\"\" ;2\n\"two\nlines\";3\n\" kept \";4\n5\" pipe;5\n");

        CategoricalColumn name = levels(table, "name");
        assertEquals(List.of(" kept ", "5\" pipe", "a;b", "say \"hi\"", "two\nlines"), name.levels());
        assertArrayEquals(new int[] {2, 3, 4, 0, 1}, name.codes());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, numbers(table, "n"));
    }

    @Test
    void readsNumbersInQuotes() {
        assertArrayEquals(new double[] {1, 2}, numbers(table("\"x\",\"y\"\n\"1\",\"a\"\n\" 2\",\"b\"\n"), "x"));
    }

    @Test
    void infersSingleQuotes() {
        Table table = table("'OBS' 'GPA' 'the grade'\n1 2.66 'a b'\n2 3 'it''s'\n");

        assertEquals(List.of("OBS", "GPA", "the grade"), names(table));
        assertEquals(List.of("a b", "it's"), levels(table, "the grade").levels());
    }

    @Test
    void takesQuotesInTabSeparatedTextAsTheyStand() {
        Table table = table("label\ttext\n1\t\"Well\" he said\n0\tnothing\n");

        assertEquals(
                List.of("\"Well\" he said", "nothing"), levels(table, "text").levels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryLineEndAndSkipsBlankLines(String end) {
        Table table = table("\na,b\n1,x\n\n  \n2,\"y\nz\"\n3,x".replace("\n", end));

        assertArrayEquals(new double[] {1, 2, 3}, numbers(table, "a"));
        assertEquals(List.of("x", "y" + end + "z"), levels(table, "b").levels());
    }

    @Test
    void readsASingleColumn() {
        assertArrayEquals(new double[] {1, NAN, 2}, numbers(table("y\n1\nNA\n\n2\n"), "y"));
    }

    @Test
    void skipsAByteOrderMark() {
        assertEquals(List.of("a", "b"), names(table("\uFEFFa,b\n1,2\n")));
    }

    @Test
    void readsUtf16WithAByteOrderMark() {
        String text = "\uFEFFname,n\n\uD83D\uDE00 \u00e9,1\nb,2\n";
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Table table = (Table) Texts.data(text.getBytes(charset), "t.csv", OPTIONS);
            assertEquals(
                    List.of("b", "\uD83D\uDE00 \u00e9"), levels(table, "name").levels());
        }
    }

    @Test
    void readsGzByContentAndAllItsMembers() {
        byte[] first = gz(bytes("a,b\n1,2\n"));
        byte[] second = gz(bytes("3,4\n"));
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Trickle slow = new Trickle(both);

        Table table = (Table) TableReader.read(slow, "t.csv", OPTIONS, ReadMonitor.NONE);

        assertArrayEquals(new double[] {1, 3}, numbers(table, "a"));
    }

    @Test
    void readsOnlyWhatIsWanted() {
        String text = "a,b,c,d\n1,x,7,p\n2,y,8,q\n";

        assertEquals(List.of("a", "d"), names(table(text, OPTIONS.withOnly(Set.of("d", "a")))));
        assertEquals(List.of("b", "c"), names(table(text, OPTIONS.withDrop(Set.of("d", "a")))));
    }

    @Test
    void keepsNumbersAsTextWhereAskedTo() {
        Table table = table("zip,n\n007,1\n7,2\n10,3\n", OPTIONS.withCategorical(Set.of("zip")));

        assertEquals(List.of("007", "10", "7"), levels(table, "zip").levels());
    }

    @Test
    void keepsTheSpellingOfNumbersAboveAWordFarDown(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 300_000; i++) {
            text.append("00").append(i % 7).append(",1.50\n");
        }
        text.append("word,2\n");
        Path file = Files.writeString(folder.resolve("t.csv"), text);

        Table fromFile = (Table) TableReader.read(file, OPTIONS, ReadMonitor.NONE);
        Table fromStream = table(text.toString());

        for (Table table : List.of(fromFile, fromStream)) {
            CategoricalColumn x = levels(table, "x");
            assertEquals(List.of("000", "001", "002", "003", "004", "005", "006", "word"), x.levels());
            assertEquals(299_999 % 7, x.codes()[299_999]);
            assertEquals(7, x.codes()[300_000]);
            assertEquals(1.5, numbers(table, "y")[299_999]);
        }
    }

    @Test
    void givesUpStoringATextColumnOfFarTooManyValues() throws IOException {
        StringBuilder text = new StringBuilder("id,y\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i % 1000 == 5 ? "" : "row" + i).append(",1\n");
        }
        Source source = new SpooledSource(new ByteArrayInputStream(bytes(text.toString())), "t.csv");

        try (source;
                TextInput input = new TextInput(source)) {
            Table table = new CsvTable(source, OPTIONS, ReadMonitor.NONE, 50_000).read(input);
            TextColumn id = assertInstanceOf(TextColumn.class, table.find("id").orElseThrow());
            assertTrue(id.distinctAtLeast() > 50_000 && id.distinctAtLeast() < 200_000, id.toString());
            assertEquals(200, id.missing().cardinality());
            assertTrue(id.missing(199_005));
        }
    }

    @Test
    void storesManyLevelsAfterAllWhereTheRowsAllowThem() throws IOException {
        StringBuilder text = new StringBuilder("g,y\n");
        for (int i = 0; i < 400_000; i++) {
            text.append('g').append(i % 2_000).append(",1\n");
        }
        Source source = new SpooledSource(new ByteArrayInputStream(bytes(text.toString())), "t.csv");

        try (source;
                TextInput input = new TextInput(source)) {
            Table table = new CsvTable(source, OPTIONS, ReadMonitor.NONE, 1_000).read(input);
            assertEquals(2_000, levels(table, "g").levels().size());
        }
    }

    @Test
    void tellsHowFarItHasCome() {
        byte[] text = bytes("a,b\n" + "1,2\n".repeat(600_000));
        List<Long> done = new ArrayList<>();

        TableReader.read(new ByteArrayInputStream(text), "t.csv", OPTIONS, (bytes, total) -> {
            assertEquals(-1, total);
            done.add(bytes);
        });

        assertEquals(done.stream().sorted().toList(), done);
        assertEquals(text.length, done.get(done.size() - 1));
    }

    @Test
    void endsWhenTheReadingThreadIsInterrupted() {
        byte[] text = bytes("a,b\n" + "1,2\n".repeat(600_000));
        ReadMonitor interrupt = (done, total) -> Thread.currentThread().interrupt();

        assertThrows(
                CancellationException.class,
                () -> TableReader.read(new ByteArrayInputStream(text), "t.csv", OPTIONS, interrupt));
        assertTrue(Thread.interrupted());
    }

    @Test
    void widensThePieceForALongRecord() {
        int columns = 300_000;
        String names = IntStream.range(0, columns).mapToObj(j -> "x" + j).collect(Collectors.joining(","));
        String row = "1234567.5" + ",1".repeat(columns - 1);

        Table table = table(names + "\n" + row + "\n" + row + "\n", OPTIONS.withOnly(Set.of("x0", "x299999")));

        assertArrayEquals(new double[] {1, 1}, numbers(table, "x299999"));
    }
}
