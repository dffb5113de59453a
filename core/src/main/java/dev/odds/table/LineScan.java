package dev.odds.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What is in some bytes of a text, seen eight bytes at a time (after Mycroft's test for a zero byte, as in Warren, Hacker's
 * Delight, 6-1).
 *
 * @param lineFeeds how many there are
 * @param quoted whether the quote occurs
 * @param ascii whether every byte is below 128
 * @param odd whether a carriage return or a NUL occurs
 */
record LineScan(int lineFeeds, boolean quoted, boolean ascii, boolean odd) {
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGH = ~LOW;

    /**
     * Of b[0..to).
     *
     * @param quote the quote, 0 for none
     */
    static LineScan of(byte[] b, int to, byte quote) {
        ByteBuffer words = ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN);
        long quotes = quote * ONES;
        int lineFeeds = 0;
        long quoted = 0;
        long high = 0;
        long odd = 0;
        int i = 0;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = words.getLong(i);
            lineFeeds += Long.bitCount(zeros(word ^ '\n' * ONES));
            quoted |= mayBeZero(word ^ quotes);
            odd |= mayBeZero(word) | mayBeZero(word ^ '\r' * ONES);
            high |= word;
        }
        boolean anyQuote = quoted != 0;
        boolean anyOdd = odd != 0;
        for (; i < to; i++) {
            lineFeeds += b[i] == '\n' ? 1 : 0;
            anyQuote |= b[i] == quote;
            anyOdd |= b[i] == '\r' || b[i] == 0;
            high |= b[i] & 0x80;
        }
        return new LineScan(lineFeeds, quote != 0 && anyQuote, (high & HIGH) == 0, anyOdd);
    }

    /** The high bit of each byte that is zero. */
    private static long zeros(long word) {
        return ~((word & LOW) + LOW | word | LOW);
    }

    /** Not 0 exactly where some byte is zero. */
    private static long mayBeZero(long word) {
        return word - ONES & ~word & HIGH;
    }
}
