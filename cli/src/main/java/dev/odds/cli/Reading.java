package dev.odds.cli;

import dev.odds.table.ReadMonitor;

/**
 * Tells how far the reading of a file is.
 *
 * @param name what is read
 */
record Reading(String name, Progress progress) implements ReadMonitor {
    private static final int MEGABYTE = 1 << 20;

    @Override
    public void bytes(long done, long total) {
        String share = total > 0 ? done * 100 / total + " %" : done / MEGABYTE + " MB";
        progress.show("reading %s  %s".formatted(name, share));
    }
}
