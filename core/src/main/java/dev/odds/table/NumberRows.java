package dev.odds.table;

/** Reads records that hold nothing but plain numbers, from the bytes of a plain piece straight to where they are to be. */
final class NumberRows {
    private final byte[] b;
    private final int end;
    private final byte delimiter;
    private final NumberScan scan;
    private final NumberPart[] parts;
    private final PieceNumbers numbers;

    private NumberRows(TextPiece piece, byte delimiter, NumberPart[] parts, PieceNumbers numbers) {
        this.b = piece.bytes();
        this.end = piece.length();
        this.delimiter = delimiter;
        this.scan = new NumberScan(piece);
        this.parts = parts;
        this.numbers = numbers;
    }

    /** Rows of these parts, or null where not all of them take plain numbers. */
    static NumberRows of(TextPiece piece, byte delimiter, Part[] parts, PieceNumbers numbers) {
        NumberPart[] all = new NumberPart[parts.length];
        for (int j = 0; j < parts.length; j++) {
            if (!(parts[j] instanceof NumberPart part) || !part.takesNumbers() || part.slot() != j) {
                return null;
            }
            all[j] = part;
        }
        return new NumberRows(piece, delimiter, all, numbers);
    }

    /**
     * Reads the record that starts at {@code from}.
     *
     * @param row where it goes
     * @return where its line ends; {@code from} where it is anything else, which is then not taken
     */
    int read(int from, int row) {
        double[] block = numbers.block(row);
        int first = numbers.position(row, 0);
        int last = first + parts.length - 1;
        int i = from;
        for (int at = first; ; at++) {
            int to = scan.read(i);
            block[at] = scan.value();
            if (to == i || at == last) {
                boolean whole = to > i && (to == end || FieldScan.isLineEnd(b[to]));
                return whole ? taken(block, first, to) : from;
            }
            if (to == end || b[to] != delimiter) {
                return from;
            }
            i = to + 1;
        }
    }

    private int taken(double[] block, int first, int to) {
        for (int j = 0; j < parts.length; j++) {
            if (block[first + j] == 0) {
                parts[j].countZero();
            }
        }
        return to;
    }
}
