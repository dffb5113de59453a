package dev.odds.table;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/** Files that are often met and are no text, by the bytes that they begin with. */
final class ForeignFormat {
    static final int LONGEST = 7;

    /** What to say of each, by its first bytes as a pattern of hexadecimal digits. */
    private static final Map<String, String> BY_MAGIC = Map.of(
            "5041523115", "a Parquet file",
            "504b0304", "a zip archive or a spreadsheet",
            "d0cf11e0", "a spreadsheet",
            "425a683.314159", "a file packed with bzip2",
            "fd377a585a00", "a file packed with xz",
            "28b52ffd", "a file packed with zstd");

    private ForeignFormat() {}

    /** Refuses such a file with a sentence. */
    static void refuse(byte[] head, String name) {
        String hex = HexFormat.of().formatHex(Arrays.copyOf(head, Math.min(head.length, LONGEST)));
        BY_MAGIC.forEach((magic, what) -> {
            if (Pattern.compile(magic).matcher(hex).lookingAt()) {
                throw new InputException(
                        "%s: found %s, expected text, as it is or packed as gz; save or unpack it as CSV"
                                .formatted(name, what));
            }
        });
    }
}
