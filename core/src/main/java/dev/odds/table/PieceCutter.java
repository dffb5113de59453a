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
    private final int rows;
    private final int header;
    private final Deque<byte[]> free = new ArrayDeque<>();

    private byte[] buffer;
    private int length;
    private boolean atEnd;
    private long line = 1;

    /** @param size bytes of a piece, unless a single record is longer */
    PieceCutter(TextInput input, FieldScan scan, int size) {
        this(input, scan, size, 1, 0);
    }

    private PieceCutter(TextInput input, FieldScan scan, int size, int rows, int header) {
        this.input = input;
        ends = new RecordEnds(input.name(), scan);
        this.size = size;
        this.rows = rows;
        this.header = header;
        buffer = new byte[size];
    }

    /** Cuts where a table read so far fills whole blocks, as long as a line is a row. */
    static PieceCutter ofTable(TextInput input, Layout layout) {
        return new PieceCutter(input, layout.dialect().scan(), TABLE_PIECE, NumberBlocks.ROWS, layout.header() ? 1 : 0);
    }

    static PieceCutter ofStream(TextInput input, Layout layout) {
        return new PieceCutter(input, layout.dialect().scan(), STREAM_PIECE);
    }

    /** The next piece, null after the last. */
    TextPiece next() {
        TextPiece piece;
        int wanted = Math.max(size, length);
        do {
            fill(wanted);
            piece = ends.cut(buffer, length, atEnd, line);
            wanted = 2 * buffer.length;
        } while (piece.length() == 0 && !atEnd);
        return piece.length() == 0 ? null : take(atEnd ? piece : aligned(piece));
    }

    /** Less the last lines, so that all lines so far are a multiple of {@code rows}, if that leaves any. */
    private TextPiece aligned(TextPiece piece) {
        int surplus = (int) ((line - 1 - header + piece.lines()) % rows);
        return piece.plain() && surplus < piece.lines() ? RecordEnds.without(piece, surplus) : piece;
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

    private TextPiece take(TextPiece piece) {
        int end = piece.length();
        byte[] next = free.isEmpty() ? new byte[Math.max(size, length - end)] : free.remove();
        if (next.length < length - end) {
            next = new byte[length - end];
        }
        System.arraycopy(buffer, end, next, 0, length - end);
        if (end < piece.bytes().length) {
            piece.bytes()[end] = '\n'; // so that a number is seen to end there without a look at the length
        }
        length -= end;
        buffer = next;
        line += piece.lines();
        return piece;
    }
}
