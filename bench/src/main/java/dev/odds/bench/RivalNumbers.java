package dev.odds.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The numbers of a workload, as {@code bench/rivals/numbers_io.py} writes them.
 *
 * @param labels n labels, 0 or 1
 * @param features d
 * @param dense n rows of d, or null where they are sparse
 * @param starts where each row begins among the entries, and their number; null where rows are dense
 * @param indices the feature of each entry, from 0, increasing within a row
 * @param values the value of each entry
 */
public record RivalNumbers(
        double[] labels, int features, double[][] dense, int[] starts, int[] indices, double[] values) {
    private static final int CHUNK = 1 << 16;

    /** n. */
    public int examples() {
        return labels.length;
    }

    /** Whether the rows are sparse. */
    public boolean isSparse() {
        return dense == null;
    }

    /** Reads a folder. */
    public static RivalNumbers read(Path folder) throws IOException {
        String meta = Files.readString(folder.resolve("meta.json"));
        int d = Integer.parseInt(meta.replaceAll("(?s).*\"features\": (\\d+).*", "$1"));
        double[] labels = doubles(folder.resolve("y.f64"));
        if (Files.exists(folder.resolve("x.f64"))) {
            return new RivalNumbers(labels, d, rows(folder.resolve("x.f64"), labels.length, d), null, null, null);
        }
        int[] starts = integers(folder.resolve("starts.i32"));
        int[] indices = integers(folder.resolve("indices.i32"));
        return new RivalNumbers(labels, d, null, starts, indices, doubles(folder.resolve("values.f64")));
    }

    static double[] doubles(Path file) throws IOException {
        double[] values = new double[(int) (Files.size(file) / Double.BYTES)];
        try (FileChannel channel = FileChannel.open(file)) {
            for (int at = 0; at < values.length; at += CHUNK) {
                int count = Math.min(CHUNK, values.length - at);
                next(channel, count * Double.BYTES).asDoubleBuffer().get(values, at, count);
            }
        }
        return values;
    }

    static int[] integers(Path file) throws IOException {
        int[] values = new int[(int) (Files.size(file) / Integer.BYTES)];
        try (FileChannel channel = FileChannel.open(file)) {
            for (int at = 0; at < values.length; at += CHUNK) {
                int count = Math.min(CHUNK, values.length - at);
                next(channel, count * Integer.BYTES).asIntBuffer().get(values, at, count);
            }
        }
        return values;
    }

    private static double[][] rows(Path file, int n, int d) throws IOException {
        double[][] rows = new double[n][d];
        try (FileChannel channel = FileChannel.open(file)) {
            for (double[] row : rows) {
                next(channel, d * Double.BYTES).asDoubleBuffer().get(row);
            }
        }
        return rows;
    }

    private static ByteBuffer next(FileChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the file ends within a number");
            }
        }
        return buffer.flip();
    }
}
