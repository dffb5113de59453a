package dev.odds.cli;

import java.nio.file.Path;

/** Tells before a file is read that it will not fit. */
final class MemoryCheck {
    static void of(Path file) {}
}
