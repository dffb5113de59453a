package dev.odds.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * One way to fit, timed from outside: the JVM's side of the talk with {@code bench/run}, as {@code bench/rivals/serving.py} tells
 * it.
 */
public interface Rival {
    /**
     * Fits; this alone is timed.
     *
     * @return theta, then the bias if there is one
     */
    double[] fit(double tolerance) throws Exception;

    /** A remark to be shown beside the time, or nothing. */
    default String remark() {
        return "";
    }

    /** Answers until standard input ends. */
    static void serve(String version, Rival rival) throws Exception {
        PrintStream out = System.out;
        out.printf("@ {\"version\": \"%s, Java %s\"}%n", version, System.getProperty("java.version"));
        out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 3);
            double tolerance = Double.parseDouble(words[0]);
            StringJoiner seconds = new StringJoiner(", ");
            double[] v = null;
            for (int k = Integer.parseInt(words[1]); k > 0; k--) {
                long begin = System.nanoTime();
                v = rival.fit(tolerance);
                seconds.add(String.format(Locale.ROOT, "%.9f", (System.nanoTime() - begin) / 1e9));
            }
            write(Path.of(words[2]), v);
            out.printf("@ {\"seconds\": [%s], \"extra\": \"%s\"}%n", seconds, rival.remark());
            out.flush();
        }
    }

    private static void write(Path file, double[] v) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * v.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(v);
        Files.write(file, bytes.array());
    }
}
