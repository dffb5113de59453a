package dev.odds.table;

import java.util.ArrayList;
import java.util.List;

/** Parses one piece of delimited text into a part per column. */
final class CsvParser extends CsvRecords {
    private final Layout layout;
    private final Part[] parts;
    private final PieceNumbers numbers;
    private final NumberRows rows;
    private final List<List<String>> texts = new ArrayList<>();
    private final boolean keepTexts;
    private List<String> record = new ArrayList<>();
    private boolean header;

    private CsvParser(TextPiece piece, Layout layout, boolean keepTexts) {
        super(piece, layout.dialect());
        this.layout = layout;
        this.keepTexts = keepTexts;
        header = layout.header() && piece.first();
        numbers = new PieceNumbers(layout.numbers(), piece.lines());
        parts = layout.parts(at, numbers, piece.lines());
        byte delimiter = (byte) layout.dialect().delimiter();
        rows = piece.plain() && !keepTexts ? NumberRows.of(piece, delimiter, parts, numbers) : null;
    }

    /**
     * Where a column turns out to be no numbers, the piece is parsed once more with that column as text.
     *
     * @param keepTexts whether to keep the text of every field as well
     */
    static CsvPart parse(TextPiece piece, Layout layout, boolean keepTexts) {
        CsvPart part = new CsvParser(piece, layout, keepTexts).parse();
        List<Part.Kind> kinds = new ArrayList<>(layout.kinds());
        for (int j = 0; j < layout.columns(); j++) {
            if (part.parts()[j] instanceof NumberPart numbers && numbers.contradicted()) {
                kinds.set(j, Part.Kind.TEXT);
            }
        }
        return kinds.equals(layout.kinds())
                ? part
                : new CsvParser(piece, layout.withFewerNumbers(kinds), keepTexts).parse();
    }

    private CsvPart parse() {
        run();
        for (Part part : parts) {
            part.end(at.row);
        }
        return new CsvPart(at.row, parts, numbers, texts);
    }

    @Override
    void field(char[] b, int from, int to) {
        if (header || at.field >= parts.length) {
            return;
        }
        parts[at.field].add(b, from, to);
        if (keepTexts) {
            record.add(new String(b, from, to - from));
        }
    }

    @Override
    int numbers(int from) {
        return header || rows == null ? from : rows.read(from, at.row);
    }

    @Override
    boolean takesNumber() {
        boolean wanted = !header && !keepTexts && at.field < parts.length;
        return wanted && parts[at.field] instanceof NumberPart part && part.takesNumbers();
    }

    @Override
    void number(double value) {
        ((NumberPart) parts[at.field]).add(value);
    }

    @Override
    void blankLine() {
        if (!header && parts[0] instanceof NumberPart part) {
            part.takeBackMissing();
        }
        record.clear();
    }

    @Override
    boolean recordEnds() {
        if (header) {
            header = false;
            return false;
        }
        if (at.field != parts.length) {
            throw wrongCount();
        }
        if (keepTexts) {
            texts.add(record);
            record = new ArrayList<>(parts.length);
        }
        return true;
    }

    private InputException wrongCount() {
        int found = at.field;
        at.field = 0;
        return at.fault("found %d field%s, expected %d as in the %s; is the delimiter %s, and is a quote missing?"
                .formatted(
                        found,
                        found == 1 ? "" : "s",
                        parts.length,
                        layout.header() ? "header" : "first row",
                        layout.dialect().delimiter() == '\t'
                                ? "a tab"
                                : "'" + layout.dialect().delimiter() + "'"));
    }
}
