package dev.odds.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-16 text with a byte order mark, as UTF-8 bytes. */
final class Utf16Stream extends InputStream {
    private static final int CHARS = 1 << 13;

    private final Reader reader;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer chars = CharBuffer.allocate(CHARS).limit(0);
    private final ByteBuffer bytes = ByteBuffer.allocate(4 * CHARS).limit(0);

    Utf16Stream(InputStream in) {
        reader = new InputStreamReader(
                in, StandardCharsets.UTF_16.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    }

    @Override
    public int read() throws IOException {
        return ready() ? bytes.get() & 255 : -1;
    }

    @Override
    public int read(byte[] b, int from, int length) throws IOException {
        if (!ready()) {
            return -1;
        }
        int n = Math.min(length, bytes.remaining());
        bytes.get(b, from, n);
        return n;
    }

    /** Whether there are bytes to give, after encoding more if need be; half a surrogate pair waits for the other. */
    private boolean ready() throws IOException {
        while (!bytes.hasRemaining()) {
            chars.compact();
            boolean atEnd = reader.read(chars) < 0;
            chars.flip();
            if (atEnd && !chars.hasRemaining()) {
                return false;
            }
            bytes.clear();
            var result = encoder.encode(chars, bytes, atEnd);
            bytes.flip();
            if (result.isError()) {
                result.throwException();
            }
        }
        return true;
    }
}
