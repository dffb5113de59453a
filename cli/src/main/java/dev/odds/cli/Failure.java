package dev.odds.cli;

import dev.odds.Version;
import dev.odds.table.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How a command that threw ends.
 *
 * @param code the exit code
 * @param sentence what the user is told; empty for nothing
 */
record Failure(int code, String sentence) {
    static final int NOT_CONVERGED = 1;
    static final int USAGE = 2;
    static final int OTHER = 3;
    static final int CLOSED_PIPE = 141;

    private static final long MEGABYTE = 1L << 20;

    static Failure of(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof InputException || cause instanceof UsageException) {
            return new Failure(USAGE, cause.getMessage());
        }
        if (cause instanceof ParameterException e) {
            return new Failure(USAGE, sentence(e));
        }
        if (cause instanceof ClosedOutputException) {
            return new Failure(CLOSED_PIPE, "");
        }
        if (cause instanceof MemoryException) {
            return new Failure(OTHER, cause.getMessage());
        }
        if (cause instanceof OutOfMemoryError) {
            return new Failure(OTHER, "out of memory: " + memoryAdvice());
        }
        if (cause instanceof IOException e) {
            boolean told =
                    thrown instanceof UncheckedIOException && !e.toString().equals(thrown.getMessage());
            return new Failure(OTHER, told ? thrown.getMessage() : sentence(e));
        }
        return new Failure(
                OTHER,
                "unexpected: %s; this is a fault of Odds %s: please report it with the command and what --debug adds"
                        .formatted(cause, Version.current()));
    }

    /** What to do where memory does not suffice. */
    static String memoryAdvice() {
        return "the heap may take %d MB; allow more with JDK_JAVA_OPTIONS=-Xmx..., or read fewer columns with --only"
                .formatted(Runtime.getRuntime().maxMemory() / MEGABYTE);
    }

    private static Throwable unwrapped(Throwable thrown) {
        boolean wrapped = thrown instanceof UncheckedIOException
                || thrown instanceof ExecutionException
                || thrown instanceof CompletionException;
        return wrapped && thrown.getCause() != null ? unwrapped(thrown.getCause()) : thrown;
    }

    private static String sentence(ParameterException e) {
        CommandLine parser = e.getCommandLine();
        String command = parser.getCommandName();
        String found = e instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched.getUnmatched().get(0), parser)
                : e.getMessage();
        return "%s; see %s --help".formatted(found, command);
    }

    private static String unmatched(String word, CommandLine parser) {
        if (!word.startsWith("-")) {
            return "did not expect " + word;
        }
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        List<String> names = List.copyOf(parser.getCommandSpec().optionsMap().keySet());
        if (names.contains(name)) {
            return "found %s after --, behind which no options stand".formatted(name);
        }
        return "there is no option %s%s"
                .formatted(
                        name,
                        Suggestion.of(name, names)
                                .map(", did you mean "::concat)
                                .orElse(""));
    }

    private static String sentence(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof FileSystemException file) {
            return "%s: %s".formatted(file.getFile(), file.getReason());
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
