package dev.odds.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output that tells a failure at once: unlike System.out, and with a type of its own for a closed pipe. */
final class StandardOutput extends OutputStream {
    private final FileOutputStream file = new FileOutputStream(FileDescriptor.out);

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        try {
            file.write(bytes, offset, count);
        } catch (IOException e) {
            // The text is the operating system's, in its language; all known translations keep the word.
            boolean closed = String.valueOf(e.getMessage()).toLowerCase().contains("pipe");
            throw closed ? new ClosedOutputException(e) : new IOException("standard output: " + e.getMessage(), e);
        }
    }
}
