package dev.odds.table;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;

/**
 * Drives a parser over one piece of delimited text: trims unquoted fields, skips blank lines, joins runs of blanks where
 * the blank is the delimiter, and keeps the cursor. The parser is {@link PlainRecords} where the piece is plain, else FastCSV.
 */
abstract class CsvRecords extends CsvCallbackHandler<Void> {
    /** What FastCSV's buffer must hold beside the longest field before it says that the field is too long. */
    private static final int ROOM = 1 << 14;

    final Cursor at;
    private final TextPiece piece;
    private final Dialect dialect;
    private boolean text;

    CsvRecords(TextPiece piece, Dialect dialect) {
        this.piece = piece;
        this.dialect = dialect;
        at = new Cursor(piece, dialect);
    }

    /** The field at the cursor: b[from..to). */
    abstract void field(char[] b, int from, int to);

    /** The record ends; its fields are as many as the cursor says. Whether it counts as a row. */
    abstract boolean recordEnds();

    /** The empty field that was handed over last was a blank line, which is no record. */
    void blankLine() {}

    /** Whether there is use for another record. */
    boolean wantsMore() {
        return true;
    }

    /**
     * Takes the row that starts at that byte of a plain piece if it is one of plain numbers only.
     *
     * @return where its line ends, or {@code from} where it is left to be taken field by field
     */
    int numbers(int from) {
        return from;
    }

    /** Whether a plain number at the cursor had best be handed over as {@link #number}. */
    boolean takesNumber() {
        return false;
    }

    /** The field at the cursor is that number. */
    void number(double value) {
        throw new IllegalStateException("numbers are not asked for");
    }

    /** Parses the piece. Pieces without quotes take FastCSV's faster parser, which does not look at blanks around them. */
    final void run() {
        if (piece.plain() && !dialect.blanks()) {
            new PlainRecords(this, piece, (byte) dialect.delimiter()).run();
        } else {
            runAny();
        }
    }

    private void runAny() {
        var builder = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .trimWhitespacesAroundQuotes(piece.quoted())
                .maxBufferSize(piece.length() + ROOM);
        try {
            builder.build(this, new Utf8Reader(piece)).iterator().hasNext();
        } catch (CsvParseException e) {
            throw e.getCause() instanceof InputException fault ? fault : e;
        }
    }

    /** As {@link #numbers}. */
    final int addNumbers(int from) {
        int to = numbers(from);
        at.row += to > from ? 1 : 0;
        return to;
    }

    final void addNumber(double value) {
        number(value);
        text = true;
        at.field++;
    }

    @Override
    protected final RecordType getRecordType() {
        return RecordType.DATA;
    }

    @Override
    protected final int getFieldCount() {
        return at.field;
    }

    @Override
    protected final void beginRecord(long startingLine) {
        at.line = (int) startingLine - 1;
        at.field = 0;
        text = false;
    }

    @Override
    protected final void addField(char[] b, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        if (!quoted) {
            while (from < to && b[from] <= ' ') {
                from++;
            }
            while (from < to && b[to - 1] <= ' ') {
                to--;
            }
            if (from == to && dialect.blanks()) {
                return;
            }
        }
        text |= quoted || from < to;
        field(b, from, to);
        at.field++;
    }

    @Override
    protected final void setComment(char[] b, int offset, int length) {
        throw new IllegalStateException("comments are not asked for");
    }

    @Override
    protected final void setEmpty() {
        text = false;
    }

    /** Null: each record is consumed here, so that one call of the iterator runs through the piece. */
    @Override
    protected final Void buildRecord() {
        if (text || at.field > 1) {
            at.row += recordEnds() ? 1 : 0;
        } else if (at.field == 1) {
            blankLine();
        }
        return null;
    }
}
