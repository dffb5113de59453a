package dev.odds.table;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is read once, and closed with this source. */
record OnceSource(InputStream stream, String name) implements Source {
    @Override
    public long size() {
        return -1;
    }

    @Override
    public InputStream open() {
        return stream;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
