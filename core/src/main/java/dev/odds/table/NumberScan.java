package dev.odds.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads plain numbers from the bytes of a piece: digits with at most one point among or around them and perhaps a minus before,
 * such that {@link Decimals} would need no more than one division for them.
 *
 * <p>Up to eight digits are taken at once: a byte is a digit where it differs from '0' by at most 9, and three multiplications make a
 * number of eight digits (after Lemire, "Number parsing at a gigabyte per second", 2021).
 */
final class NumberScan {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x80 * ONES;
    private static final int WORD = Long.BYTES;
    private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private final byte[] b;
    private final ByteBuffer words;
    private final int end;
    /** Where a word can no longer be read: of bytes behind the end that do not continue a number, none is a digit of this text. */
    private final int limit;

    private long significand;
    private double value;

    /** @param piece plain */
    NumberScan(TextPiece piece) {
        b = piece.bytes();
        words = ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN);
        end = piece.length();
        limit = end < b.length && !isDigit(b[end]) ? b.length : end;
    }

    /** The number that was read last. */
    double value() {
        return value;
    }

    /** Reads the number that starts at {@code from}; returns the position after it, {@code from} where there is none. */
    int read(int from) {
        if (from == end) {
            return from;
        }
        int minus = b[from] == '-' ? 1 : 0;
        int whole = from + minus;
        significand = 0;
        int i = digits(whole);
        int digits = i - whole;
        int fraction = 0;
        if (i < end && b[i] == '.') {
            int point = i + 1;
            i = digits(point);
            fraction = i - point;
            digits += fraction;
        }
        if (digits == 0 || !Decimals.isDivision(significand, digits)) {
            return from;
        }
        long size = Double.doubleToRawLongBits(Decimals.divided(significand, fraction));
        value = Double.longBitsToDouble(size | (long) minus << Long.SIZE - 1);
        return i;
    }

    /** Appends the digits from there on; returns where they end. The significand overflows after 18. */
    private int digits(int from) {
        if (from + WORD > limit) {
            return oneByOne(from);
        }
        long word = words.getLong(from) ^ '0' * ONES;
        long other = (word + (0x80 - 10) * ONES | word) & HIGH;
        if (other == 0) {
            significand = significand * TENS[WORD] + eight(word);
            return oneByOne(from + WORD);
        }
        int count = Long.numberOfTrailingZeros(other) >>> 3;
        significand = significand * TENS[count] + eight(word << WORD << Long.SIZE - WORD - WORD * count);
        return after(from, count);
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private int oneByOne(int from) {
        int i = from;
        long m = significand;
        for (int digit; i < end && (digit = b[i] - '0') >= 0 && digit <= 9; i++) {
            m = 10 * m + digit;
        }
        significand = m;
        return i;
    }

    /** i + count for up to 7, by a branch: the processor guesses where the next field starts and does not wait for this one. */
    private static int after(int i, int count) {
        return switch (count) {
            case 0 -> i;
            case 1 -> i + 1;
            case 2 -> i + 2;
            case 3 -> i + 3;
            case 4 -> i + 4;
            case 5 -> i + 5;
            case 6 -> i + 6;
            default -> i + 7;
        };
    }

    /** The number of eight digits, the first in the lowest byte. */
    private static long eight(long digits) {
        long pairs = digits * 10 + (digits >>> 8);
        long even = (pairs & 0xff_0000_00ffL) * (100 + (1_000_000L << 32));
        long odd = (pairs >>> 16 & 0xff_0000_00ffL) * (1 + (10_000L << 32));
        return even + odd >>> 32;
    }
}
