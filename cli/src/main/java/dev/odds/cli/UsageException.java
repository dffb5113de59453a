package dev.odds.cli;

/** The command line asks for what there is not, told in one sentence. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
