package dev.odds.cli;

/** The data will not fit into memory, found before they are read and told in one sentence. */
final class MemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MemoryException(String sentence) {
        super(sentence);
    }
}
