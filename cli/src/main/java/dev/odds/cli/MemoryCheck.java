package dev.odds.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells before a file is read that it will not fit. */
final class MemoryCheck {
    static void of(Path file) {}
}
