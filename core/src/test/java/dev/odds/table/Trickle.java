package dev.odds.table;

import java.io.ByteArrayInputStream;

/** A stream like a slow pipe: a few bytes at a time, and never any said to be available. */
final class Trickle extends ByteArrayInputStream {
    Trickle(byte[] bytes) {
        super(bytes);
    }

    @Override
    public synchronized int read(byte[] b, int from, int length) {
        return super.read(b, from, Math.min(length, 7));
    }

    @Override
    public synchronized int available() {
        return 0;
    }
}
