package dev.odds.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Writes a CSV of random numbers with labels that follow a logistic model, to measure reading.
 *
 * <pre>Numbers FILE ROWS COLUMNS</pre>
 *
 * COLUMNS counts the label y, which comes first; the other columns hold six decimals.
 */
public final class Numbers {
    private static final long SEED = 20261124;

    private Numbers() {}

    public static void main(String[] args) throws IOException {
        int rows = Integer.parseInt(args[1]);
        int features = Integer.parseInt(args[2]) - 1;
        Random random = new Random(SEED);
        double[] theta = random.doubles(features, -1, 1).toArray();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[0]), StandardCharsets.US_ASCII))) {
            StringBuilder line = new StringBuilder("y");
            for (int j = 1; j <= features; j++) {
                line.append(",x").append(j);
            }
            out.println(line);
            for (int i = 0; i < rows; i++) {
                line.setLength(0);
                double z = 0;
                for (int j = 0; j < features; j++) {
                    double x = random.nextGaussian();
                    z += theta[j] * x;
                    line.append(',').append(String.format(Locale.ROOT, "%.6f", x));
                }
                out.print(random.nextDouble() < 1 / (1 + Math.exp(-z)) ? '1' : '0');
                out.println(line);
            }
        }
    }
}
