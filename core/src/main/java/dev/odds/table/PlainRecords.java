package dev.odds.table;

/** Parses a plain piece: every character is a byte, and every delimiter and line end separates. */
final class PlainRecords {
    private final CsvRecords records;
    private final byte[] b;
    private final int end;
    private final byte delimiter;
    private final NumberScan scan;
    private char[] chars = new char[64];

    PlainRecords(CsvRecords records, TextPiece piece, byte delimiter) {
        this.records = records;
        this.b = piece.bytes();
        this.end = piece.length();
        this.delimiter = delimiter;
        this.scan = new NumberScan(piece);
    }

    void run() {
        int line = 1;
        for (int from = 0; from < end && records.wantsMore(); line++) {
            int to = records.addNumbers(from);
            if (to == from) {
                records.beginRecord(line);
                to = fields(from);
                records.buildRecord();
            }
            from = to == end ? end : FieldScan.afterLineEnd(b, to, end);
        }
    }

    /** Hands over the fields of a record; returns where its line ends. */
    private int fields(int from) {
        for (int i = from; ; i++) {
            i = field(i);
            if (i == end || b[i] != delimiter) {
                return i;
            }
        }
    }

    /** Hands over one field; returns where it ends. */
    private int field(int from) {
        int to = records.takesNumber() ? scan.read(from) : from;
        if (to == from || to < end && b[to] != delimiter && !FieldScan.isLineEnd(b[to])) {
            return text(from);
        }
        records.addNumber(scan.value());
        return to;
    }

    private int text(int from) {
        int to = from;
        while (to < end && b[to] != delimiter && !FieldScan.isLineEnd(b[to])) {
            to++;
        }
        if (to - from > chars.length) {
            chars = new char[2 * (to - from)];
        }
        for (int i = from; i < to; i++) {
            chars[i - from] = (char) b[i];
        }
        records.addField(chars, 0, to - from, false);
        return to;
    }
}
