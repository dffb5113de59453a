package dev.odds.table;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Cuts a text into pieces at ends of records. Where it cuts depends on the text alone, so whatever is made of the pieces
 * in their order is the same however many threads make it. One linear read: about 1 ns per byte.
 */
final class PieceCutter {
    static final int TABLE_PIECE = 1 << 20;
    static final int STREAM_PIECE = 1 << 18;
    static final int LONGEST_RECORD = 1 << 26;

    private final TextInput input;
    private final RecordEnds ends;
    private final int size;
    private final Deque<byte[]> free = new ArrayDeque<>();

    private byte[] buffer;
    private int length;
    private boolean atEnd;
    private long line = 1;

    /** @param size bytes of a piece, unless a single record is longer */
    PieceCutter(TextInput input, FieldScan scan, int size) {
        this.input = input;
        ends = new RecordEnds(input.name(), scan);
        this.size = size;
        buffer = new byte[size];
    }

    /** The next piece, null after the last. */
    TextPiece next() {
        int end;
        int wanted = Math.max(size, length);
        do {
            fill(wanted);
            end = ends.last(buffer, length, atEnd, line);
            wanted = 2 * buffer.length;
        } while (end == 0 && !atEnd);
        return end == 0 ? null : take(end);
    }

    /** Gives a piece's bytes back for use in a later one. */
    void recycle(TextPiece piece) {
        if (piece.bytes().length == size) {
            free.add(piece.bytes());
        }
    }

    private void fill(int wanted) {
        if (wanted > LONGEST_RECORD) {
            throw ends.tooLong(buffer, length, line);
        }
        if (wanted > buffer.length) {
            buffer = Arrays.copyOf(buffer, wanted);
        }
        length += input.read(buffer, length, buffer.length);
        atEnd = length < buffer.length;
    }

    private TextPiece take(int end) {
        TextPiece piece = ends.piece(buffer, end, line);
        byte[] next = free.isEmpty() ? new byte[Math.max(size, length - end)] : free.remove();
        if (next.length < length - end) {
            next = new byte[length - end];
        }
        System.arraycopy(buffer, end, next, 0, length - end);
        length -= end;
        buffer = next;
        line += piece.lines();
        return piece;
    }
}
