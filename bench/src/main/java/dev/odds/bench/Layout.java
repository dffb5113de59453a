package dev.odds.bench;

import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Encoded;
import dev.odds.design.Encoder;
import dev.odds.design.Examples;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Roles;
import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.Data;
import dev.odds.table.NumericColumn;
import dev.odds.table.SparseRows;
import dev.odds.table.SparseTable;
import dev.odds.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of a workload in Odds' blocks.
 *
 * @param design X
 * @param response the labels
 * @param seconds how long the blocks took from the data in memory
 */
public record Layout(MemoryDesign design, ArrayResponse response, double seconds) {
    /** Reads a folder and lays it out. */
    static Layout of(Path folder, DesignBuilder builder) throws IOException {
        RivalNumbers numbers = RivalNumbers.read(folder);
        if (!numbers.isSparse()) {
            long begin = System.nanoTime();
            return of(ArrayExamples.of(numbers.dense()), ArrayResponse.of(numbers.labels()), builder, begin);
        }
        boolean table = Files.exists(folder.resolve("columns.txt"));
        Data data = table ? table(folder, numbers.labels()) : sparse(numbers);
        long begin = System.nanoTime();
        Encoded encoded = Encoder.fit(data, table ? Roles.target("y") : Roles.labelled());
        return of(encoded.examples(), encoded.response(), builder, begin);
    }

    private static Layout of(Examples x, ArrayResponse y, DesignBuilder builder, long begin) {
        MemoryDesign design = builder.build(x);
        return new Layout(design, y, (System.nanoTime() - begin) / 1e9);
    }

    private static Data sparse(RivalNumbers numbers) {
        List<String> names = IntStream.rangeClosed(1, numbers.features())
                .mapToObj(Integer::toString)
                .toList();
        SparseRows rows = new SparseRows(numbers.starts(), numbers.indices(), numbers.values());
        return new SparseTable("numbers", numbers.labels(), List.of(rows), names);
    }

    private static Data table(Path folder, double[] labels) throws IOException {
        List<Column> columns = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("columns.txt"))) {
            String[] words = line.split(" ");
            Path file = folder.resolve(words[2]);
            columns.add(
                    words[0].equals("numeric")
                            ? new NumericColumn(words[1], RivalNumbers.doubles(file))
                            : new CategoricalColumn(
                                    words[1], RivalNumbers.integers(file), levels(Integer.parseInt(words[3]))));
        }
        columns.add(new NumericColumn("y", labels));
        return new Table("numbers", labels.length, columns);
    }

    /** Names in the order of the codes. */
    private static List<String> levels(int count) {
        return IntStream.range(0, count).mapToObj("level%06d"::formatted).toList();
    }
}
