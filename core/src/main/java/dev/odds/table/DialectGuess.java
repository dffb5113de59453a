package dev.odds.table;

/**
 * Infers delimiter and quote from the beginning of a text.
 *
 * <p>A delimiter is believed where the first record has several fields and more than half of the records have as many;
 * the one that most records agree on wins. A quote is believed where some field is enclosed in it and no field is
 * enclosed wrongly. Without any, the double quote is assumed, but nothing for tab-separated text, whose writers often
 * know no quotes.
 */
final class DialectGuess {
    private static final String DELIMITERS = "\t;,| ";
    private static final int RECORDS = 100;

    private final byte[] sample;
    private final boolean whole;

    /** @param whole whether the sample is all there is, and not cut at an arbitrary byte */
    DialectGuess(byte[] sample, boolean whole) {
        this.sample = sample;
        this.whole = whole;
    }

    /** The dialect of the sample, with that delimiter where it is not null. */
    Dialect dialect(Character delimiter) {
        if (delimiter != null) {
            return new Dialect(delimiter, quote(delimiter));
        }
        Dialect best = new Dialect(',', quote(','));
        double most = 0.5;
        for (char candidate : DELIMITERS.toCharArray()) {
            Dialect dialect = new Dialect(candidate, quote(candidate));
            double share = count(dialect).share();
            if (share > most) {
                most = share;
                best = dialect;
            }
        }
        return best;
    }

    private char quote(char delimiter) {
        Count twice = count(new Dialect(delimiter, '"'));
        if (twice.wellQuoted()) {
            return '"';
        }
        if (twice.quoted == 0 && count(new Dialect(delimiter, '\'')).wellQuoted()) {
            return '\'';
        }
        return delimiter == '\t' ? 0 : '"';
    }

    private Count count(Dialect dialect) {
        FieldScan scan = dialect.scan();
        Count count = new Count();
        int from = 0;
        while (from < sample.length && count.records < RECORDS) {
            int start = scan.textStart(sample, from, sample.length);
            int end = scan.fieldEnd(sample, from, sample.length);
            boolean quoted = start < sample.length && sample[start] == dialect.quote() && dialect.quote() != 0;
            if (end < 0) {
                count.wrong |= whole || end == FieldScan.STRAY;
                break;
            }
            count.field(quoted, quoted || end > start, dialect.blanks());
            if (end == sample.length) {
                count.recordEnds(whole);
                break;
            }
            from = FieldScan.afterLineEnd(sample, end, sample.length);
            if (FieldScan.isLineEnd(sample[end])) {
                count.recordEnds(true);
            }
        }
        return count;
    }

    /** What a dialect makes of the sample. */
    private static final class Count {
        private int quoted;
        private boolean wrong;
        private int records;
        private int agreeing;
        private int firstFields;
        private int fields;
        private boolean text;

        void field(boolean isQuoted, boolean hasText, boolean blanks) {
            quoted += isQuoted ? 1 : 0;
            fields += hasText || !blanks ? 1 : 0;
            text |= hasText;
        }

        void recordEnds(boolean complete) {
            if (complete && (text || fields > 1)) {
                firstFields = records == 0 ? fields : firstFields;
                agreeing += fields == firstFields ? 1 : 0;
                records++;
            }
            fields = 0;
            text = false;
        }

        boolean wellQuoted() {
            return quoted > 0 && !wrong;
        }

        double share() {
            return records == 0 || firstFields < 2 ? 0 : agreeing / (double) (records + (wrong ? 1 : 0));
        }
    }
}
