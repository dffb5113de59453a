package dev.odds.cli;

import java.time.Duration;

/**
 * A line on the terminal that tells how far the work is, from half a second on; nothing where nobody watches.
 *
 * <p>Used by one thread at a time.
 */
final class Progress implements AutoCloseable {
    private static final long FIRST = Duration.ofMillis(500).toNanos();
    private static final long BETWEEN = Duration.ofMillis(100).toNanos();
    private static final int WIDTH = 78;

    private final Streams streams;
    private final long start = System.nanoTime();
    private long next = start + FIRST;
    private boolean shown;

    Progress(Streams streams) {
        this.streams = streams;
    }

    /** Shows the text in place of the one before, unless that came just now. */
    synchronized void show(String text) {
        long now = System.nanoTime();
        if (!streams.terminal() || now < next) {
            return;
        }
        next = now + BETWEEN;
        shown = true;
        String line = "%s  %d s".formatted(text, (now - start) / 1_000_000_000);
        line = line.substring(0, Math.min(WIDTH, line.length()));
        streams.err().print("\r" + line + " ".repeat(WIDTH - line.length()));
        streams.err().flush();
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (shown) {
            streams.err().print("\r" + " ".repeat(WIDTH) + "\r");
            streams.err().flush();
            shown = false;
        }
    }
}
