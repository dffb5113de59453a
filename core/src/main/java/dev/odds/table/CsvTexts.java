package dev.odds.table;

import java.util.ArrayList;
import java.util.List;

/** The first records of a text, as they stand. */
final class CsvTexts extends CsvRecords {
    private final int most;
    private final List<List<String>> records = new ArrayList<>();
    private List<String> record = new ArrayList<>();

    private CsvTexts(TextPiece piece, Dialect dialect, int most) {
        super(piece, dialect);
        this.most = most;
    }

    static List<List<String>> of(TextPiece piece, Dialect dialect, int most) {
        CsvTexts texts = new CsvTexts(piece, dialect, most);
        texts.run();
        return texts.records;
    }

    @Override
    boolean wantsMore() {
        return records.size() < most;
    }

    @Override
    void field(char[] b, int from, int to) {
        if (records.size() < most) {
            record.add(new String(b, from, to - from));
        }
    }

    @Override
    void blankLine() {
        record.clear();
    }

    @Override
    boolean recordEnds() {
        if (records.size() < most) {
            records.add(record);
            record = new ArrayList<>();
        }
        return true;
    }
}
