package dev.odds.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The text of a source as UTF-8 bytes: uncompressed, without a byte order mark, from UTF-16 where the mark says so. */
final class TextInput implements AutoCloseable {
    private static final int GZ_BUFFER = 1 << 16;

    private final Source source;
    private final CountingStream stored;
    private final InputStream text;
    private byte[] head = new byte[0];
    private int headTaken;

    TextInput(Source source) {
        this.source = source;
        try {
            stored = new CountingStream(source.open());
        } catch (IOException e) {
            throw Source.unreadable(source.name(), e);
        }
        try {
            text = decoded();
        } catch (IOException e) {
            close();
            throw failure(e);
        }
    }

    String name() {
        return source.name();
    }

    /** Stored bytes taken so far. */
    long done() {
        return stored.taken();
    }

    /** Stored bytes in all, -1 where unknown. */
    long total() {
        try {
            return source.size();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The first bytes of the text, which stay to be read: at most so many, fewer only where the text ends. */
    byte[] peek(int length) {
        if (length > head.length) {
            int had = head.length;
            byte[] longer = Arrays.copyOf(head, length);
            head = Arrays.copyOf(longer, had + fill(longer, had, length));
        }
        return Arrays.copyOf(head, Math.min(length, head.length));
    }

    /** Fills b[from..to) as far as there is text; returns how many bytes came. */
    int read(byte[] b, int from, int to) {
        int held = Math.min(head.length - headTaken, to - from);
        System.arraycopy(head, headTaken, b, from, held);
        headTaken += held;
        return held + fill(b, from + held, to);
    }

    @Override
    public void close() {
        try {
            stored.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private int fill(byte[] b, int from, int to) {
        try {
            return text.readNBytes(b, from, to - from);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private InputStream decoded() throws IOException {
        byte[] magic = stored.peek(ForeignFormat.LONGEST);
        ForeignFormat.refuse(magic, source.name());
        boolean gz = magic.length >= 2 && (magic[0] & 255) == 0x1f && (magic[1] & 255) == 0x8b;
        CountingStream plain = gz ? new CountingStream(new GZIPInputStream(stored, GZ_BUFFER)) : stored;
        byte[] mark = plain.peek(3);
        if (mark.length == 3 && (mark[0] & 255) == 0xef && (mark[1] & 255) == 0xbb && (mark[2] & 255) == 0xbf) {
            plain.skipNBytes(3);
            return plain;
        }
        boolean bigEndian = mark.length >= 2 && (mark[0] & 255) == 0xfe && (mark[1] & 255) == 0xff;
        boolean littleEndian = mark.length >= 2 && (mark[0] & 255) == 0xff && (mark[1] & 255) == 0xfe;
        return bigEndian || littleEndian ? new Utf16Stream(plain) : plain;
    }

    private InputException failure(IOException e) {
        String name = source.name();
        if (e instanceof EOFException) {
            return new InputException(
                    "%s: the gz data end after %d bytes in the midst of the text, expected their end mark; the file is cut off, fetch it again"
                            .formatted(name, done()),
                    e);
        }
        if (e instanceof ZipException) {
            return new InputException(
                    "%s: the gz data are damaged near byte %d (%s); fetch the file again"
                            .formatted(name, done(), e.getMessage()),
                    e);
        }
        if (e instanceof CharacterCodingException) {
            return new InputException(
                    "%s: found bytes that are no UTF-16 text, as its byte order mark promises; save it as UTF-8"
                            .formatted(name),
                    e);
        }
        return Source.unreadable(name, e);
    }
}
