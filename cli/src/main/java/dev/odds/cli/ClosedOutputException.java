package dev.odds.cli;

import java.io.IOException;

/** Who read our output has gone away. */
final class ClosedOutputException extends IOException {
    private static final long serialVersionUID = 1L;

    ClosedOutputException(IOException cause) {
        super(cause);
    }
}
