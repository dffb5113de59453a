package dev.odds.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A stream that can be read twice: it is copied while it is read for the first time, to a temporary file that loses its
 * name at once, so that nothing is left of it however the process ends.
 */
final class SpooledSource implements Source {
    private final InputStream stream;
    private final String name;
    private InputStream copy;
    private OutputStream out;

    /** Takes the stream over: it is closed with this source. */
    SpooledSource(InputStream stream, String name) {
        this.stream = stream;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public InputStream open() throws IOException {
        if (copy != null) {
            out.close();
            return copy;
        }
        Path spool = Files.createTempFile("odds-", ".spool");
        try {
            out = Files.newOutputStream(spool);
            copy = Files.newInputStream(spool);
        } finally {
            Files.delete(spool);
        }
        return new Copying(stream, out);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        if (copy != null) {
            out.close();
            copy.close();
        }
    }

    /** Copies what is read. */
    private static final class Copying extends FilterInputStream {
        private final OutputStream out;

        Copying(InputStream in, OutputStream out) {
            super(in);
            this.out = out;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                out.write(b);
            }
            return b;
        }

        @Override
        public int read(byte[] b, int from, int length) throws IOException {
            int n = super.read(b, from, length);
            if (n > 0) {
                out.write(b, from, n);
            }
            return n;
        }
    }
}
