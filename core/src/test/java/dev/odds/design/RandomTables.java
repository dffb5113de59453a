package dev.odds.design;

import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;
import dev.odds.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables of random columns, some with missing values, some mostly zero, some of many levels. */
final class RandomTables {
    private RandomTables() {}

    /** Columns y (0 or 1), x0, x1, ..., g0, g1, ... */
    static Table next(Random random) {
        int rows = 20 + random.nextInt(300);
        double lacking = random.nextInt(3) * 0.02;
        List<Column> columns = new ArrayList<>();
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            y[i] = i < 2 ? i : random.nextInt(2);
        }
        columns.add(new NumericColumn("y", y));
        for (int j = random.nextInt(6); j >= 0; j--) {
            columns.add(numeric("x" + j, rows, random, lacking));
        }
        for (int j = random.nextInt(4); j > 0; j--) {
            columns.add(categorical("g" + j, rows, random, lacking));
        }
        return new Table("random", rows, columns);
    }

    private static Column numeric(String name, int rows, Random random, double lacking) {
        double zeros = random.nextInt(3) * 0.45;
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = random.nextDouble() < zeros ? 0 : random.nextGaussian();
            values[i] = i >= 4 && random.nextDouble() < lacking ? Double.NaN : values[i];
        }
        return new NumericColumn(name, values);
    }

    private static Column categorical(String name, int rows, Random random, double lacking) {
        List<String> levels = IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(i -> "%03d!".formatted(i))
                .toList();
        int[] codes = new int[rows];
        for (int i = 0; i < rows; i++) {
            codes[i] = i >= 4 && random.nextDouble() < lacking ? -1 : random.nextInt(levels.size());
        }
        return new CategoricalColumn(name, codes, levels);
    }
}
