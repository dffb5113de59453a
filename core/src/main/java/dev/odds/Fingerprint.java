package dev.odds;

import dev.odds.train.Solution;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for the bits of a result: the first 16 hexadecimal digits of their SHA-256. */
final class Fingerprint {
    private static final int BYTES = 8;

    private Fingerprint() {}

    static String of(double[] estimates, double[] errors, Solution solution) {
        MessageDigest digest = sha256();
        add(digest, estimates);
        add(digest, errors);
        add(digest, new double[] {
            solution.loss(), solution.value(), solution.certificate().relativeGap()
        });
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static void add(MessageDigest digest, double[] numbers) {
        ByteBuffer bits = ByteBuffer.allocate(Double.BYTES * numbers.length);
        for (double number : numbers) {
            bits.putLong(Double.doubleToLongBits(number));
        }
        digest.update(bits.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
