package dev.odds.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a model file, taken while the digits of the checksum in it are all 0. */
final class Checksum {
    private static final String PREFIX = "sha256:";
    private static final int DIGITS = 64;
    /** The checksum stands within this many bytes. */
    private static final int HEAD = 512;

    /** What stands for the checksum until it is known. */
    static final String BLANK = PREFIX + "0".repeat(DIGITS);

    private Checksum() {}

    /** Puts the checksum where the first blank one is; {@code file} is modified and returned. */
    static byte[] seal(byte[] file) {
        int at = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1).indexOf(BLANK);
        put(of(file), file, at);
        return file;
    }

    /** Whether the checksum at {@code at} is that of the file; {@code file} is the same again afterwards. */
    static boolean holds(byte[] file, int at, String checksum) {
        boolean there = checksum.length() == BLANK.length()
                && at + checksum.length() <= file.length
                && checksum.equals(new String(file, at, checksum.length(), StandardCharsets.ISO_8859_1));
        if (!there) {
            return false;
        }
        put(BLANK, file, at);
        boolean holds = of(file).equals(checksum);
        put(checksum, file, at);
        return holds;
    }

    private static void put(String checksum, byte[] file, int at) {
        byte[] bytes = checksum.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, file, at, bytes.length);
    }

    private static String of(byte[] file) {
        try {
            return PREFIX
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
