package dev.odds.table;

/** Hears how far the reading of a file has come; called on the thread that reads, once per piece of the file. */
@FunctionalInterface
public interface ReadMonitor {
    /** Hears nothing. */
    ReadMonitor NONE = (done, total) -> {};

    /**
     * Bytes of the file as it is stored (compressed bytes of a compressed file).
     *
     * @param done bytes taken so far
     * @param total bytes in all, -1 where unknown
     */
    void bytes(long done, long total);
}
