package dev.odds.table;

/** Where a parser is in its piece. */
final class Cursor {
    /** The row, from 0. */
    int row;
    /** The line of the piece where the record starts, from 0. */
    int line;
    /** The field of the record, from 0. */
    int field;

    private final TextPiece piece;
    private final Dialect dialect;

    Cursor(TextPiece piece, Dialect dialect) {
        this.piece = piece;
        this.dialect = dialect;
    }

    /** An error at the field; found again in the piece, since the parser does not tell where it is. */
    InputException fault(String sentence) {
        return piece.fault(fieldStart(), sentence);
    }

    private int fieldStart() {
        FieldScan scan = dialect.scan();
        int from = piece.lineStart(line);
        for (int left = field; ; ) {
            int start = scan.textStart(piece.bytes(), from, piece.length());
            int end = scan.fieldEnd(piece.bytes(), from, piece.length());
            boolean none = dialect.blanks() && end == start;
            if (left == 0 && !none || end < 0 || end == piece.length()) {
                return start;
            }
            left -= none ? 0 : 1;
            from = end + 1;
        }
    }
}
