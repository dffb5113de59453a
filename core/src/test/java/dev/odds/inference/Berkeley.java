package dev.odds.inference;

import dev.odds.design.ArrayResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The admissions of examples/berkeley.csv as grouped counts, with an offset of 0.1 per group.
 *
 * @param x for each group whether male, then whether department B to F
 * @param y admitted of all
 */
record Berkeley(double[][] x, ArrayResponse y) {
    static Berkeley read() {
        List<String[]> rows = rows();
        int n = rows.size() / 2;
        double[][] x = new double[n][6];
        double[] admitted = new double[n];
        double[] all = new double[n];
        for (int i = 0; i < n; i++) {
            String[] no = rows.get(2 * i);
            String[] yes = rows.get(2 * i + 1);
            x[i][0] = no[1].equals("male") ? 1 : 0;
            int department = no[2].charAt(0) - 'A';
            if (department > 0) {
                x[i][department] = 1;
            }
            admitted[i] = Double.parseDouble(yes[3]);
            all[i] = admitted[i] + Double.parseDouble(no[3]);
        }
        double[] offset = IntStream.range(0, n).mapToDouble(i -> 0.1 * i).toArray();
        return new Berkeley(x, ArrayResponse.grouped(admitted, all, offset));
    }

    private static List<String[]> rows() {
        try {
            return Files.readAllLines(Path.of("../examples/berkeley.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
