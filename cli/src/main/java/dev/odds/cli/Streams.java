package dev.odds.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes; UTF-8 whatever the platform says.
 *
 * @param in standard input
 * @param out results; held back up to {@link #HELD} characters, so that bad input met early leaves nothing half-written
 * @param err everything else
 * @param terminal whether somebody watches {@code err}
 */
record Streams(InputStream in, Writer out, PrintWriter err, boolean terminal) {
    /** Characters of output held back before the first is written. */
    static final int HELD = 1 << 20;

    static Streams ofProcess() {
        Writer out = new BufferedWriter(new OutputStreamWriter(new StandardOutput(), StandardCharsets.UTF_8), HELD);
        Writer err = new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8);
        return new Streams(System.in, out, new PrintWriter(err, true), Boolean.getBoolean("odds.terminal"));
    }

    /** The same, but nothing is told of notes, warnings and progress. */
    Streams quiet() {
        return new Streams(in, out, new PrintWriter(Writer.nullWriter()), false);
    }

    /** Tells the user a sentence. */
    void say(String sentence) {
        err.println("odds: " + printable(sentence));
    }

    /** Tells of something that may spoil the result. */
    void warn(String sentence) {
        say("warning: " + sentence);
    }

    /** A text from a file can do no harm to a terminal: control characters become blanks. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
