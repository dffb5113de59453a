package dev.odds.table;

import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The characters of a piece; bytes that are no UTF-8 are an error that names their place. */
final class Utf8Reader extends Reader {
    private final TextPiece piece;
    private final ByteBuffer bytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    Utf8Reader(TextPiece piece) {
        this.piece = piece;
        bytes = ByteBuffer.wrap(piece.bytes(), 0, piece.length());
    }

    /** The whole piece at once. */
    static CharBuffer decode(TextPiece piece) {
        CharBuffer chars = CharBuffer.allocate(piece.length());
        new Utf8Reader(piece).decodeInto(chars);
        return chars.flip();
    }

    @Override
    public int read(char[] b, int from, int length) {
        CharBuffer chars = CharBuffer.wrap(b, from, length);
        decodeInto(chars);
        int n = chars.position() - from;
        return n == 0 && length > 0 ? -1 : n;
    }

    @Override
    public void close() {}

    private void decodeInto(CharBuffer chars) {
        CoderResult result = decoder.decode(bytes, chars, true);
        if (result.isError()) {
            throw piece.fault(
                    bytes.position(),
                    "found the byte 0x%02x, which is no UTF-8 text; save the file as UTF-8"
                            .formatted(bytes.get(bytes.position())));
        }
    }
}
