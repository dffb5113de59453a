package dev.odds.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Counts the bytes that were taken. Says truthfully whether there is more, waiting for it if need be: the JDK's reader
 * of gz files takes zero available bytes for the end and would lose the later members of a file that comes through a
 * pipe.
 */
final class CountingStream extends BufferedInputStream {
    private static final int BUFFER = 1 << 16;
    private long taken;

    CountingStream(InputStream in) {
        super(in, BUFFER);
    }

    long taken() {
        return taken;
    }

    @Override
    public synchronized int read() throws IOException {
        int b = super.read();
        taken += b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public synchronized int read(byte[] b, int from, int length) throws IOException {
        int n = super.read(b, from, length);
        taken += Math.max(n, 0);
        return n;
    }

    @Override
    public synchronized int available() throws IOException {
        return peek(1).length;
    }

    /** The next bytes, which stay to be read: at most so many, fewer only at the end. */
    synchronized byte[] peek(int length) throws IOException {
        mark(length);
        byte[] bytes = new byte[length];
        int n = 0;
        for (int got = 0; n < length && got >= 0; n += Math.max(got, 0)) {
            got = super.read(bytes, n, length - n);
        }
        reset();
        return Arrays.copyOf(bytes, n);
    }
}
