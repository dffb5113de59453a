package dev.odds.table;

import java.util.List;
import java.util.Set;

/**
 * How a file is to be read; what is left open is inferred from its beginning.
 *
 * @param format the layout of the file
 * @param delimiter what separates fields, null to infer one of comma, semicolon, tab, bar and blank
 * @param header whether the first row holds the names, null to infer
 * @param missing texts that mean a missing value, null for {@link #DEFAULT_MISSING}; an empty field always does
 * @param categorical columns to keep as text whatever they hold
 * @param numeric columns that must be numbers: other text in them is an error
 * @param only the columns wanted, null for all; others are neither parsed nor stored
 * @param drop columns to leave out
 * @param threads how many threads parse, at least 1; the result does not depend on it
 */
public record ReadOptions(
        Format format,
        Character delimiter,
        Boolean header,
        List<String> missing,
        Set<String> categorical,
        Set<String> numeric,
        Set<String> only,
        Set<String> drop,
        int threads) {

    /** What a missing value is written as unless options say otherwise. */
    public static final List<String> DEFAULT_MISSING =
            List.of("NA", "N/A", "NaN", "nan", "NULL", "null", "None", "?", ".");

    /** The layout of a file. */
    public enum Format {
        /** By the file's name, else by its content. */
        AUTO,
        /** Delimited text. */
        CSV,
        /** Delimited text whose delimiter is the tab. */
        TSV,
        /** Sparse rows: a label, then index:value pairs. */
        LIBSVM
    }

    public ReadOptions {
        missing = missing == null ? null : List.copyOf(missing);
        categorical = Set.copyOf(categorical);
        numeric = Set.copyOf(numeric);
        only = only == null ? null : Set.copyOf(only);
        drop = Set.copyOf(drop);
        if (threads < 1) {
            throw new InputException("found %d threads, expected at least 1".formatted(threads));
        }
        if (delimiter != null && (delimiter >= 128 || "\0\r\n\"'".indexOf(delimiter) >= 0)) {
            throw new InputException(
                    "found '%s' as delimiter, expected one ASCII character other than a quote or line end"
                            .formatted(delimiter));
        }
        for (String name : categorical) {
            if (numeric.contains(name)) {
                throw new InputException(
                        "column %s is asked for both as categorical and as numeric; name it once".formatted(name));
            }
        }
    }

    /** Everything inferred, every column, a thread per processor. */
    public static ReadOptions defaults() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new ReadOptions(Format.AUTO, null, null, null, Set.of(), Set.of(), null, Set.of(), processors);
    }

    public ReadOptions withFormat(Format value) {
        return new ReadOptions(value, delimiter, header, missing, categorical, numeric, only, drop, threads);
    }

    public ReadOptions withDelimiter(Character value) {
        return new ReadOptions(format, value, header, missing, categorical, numeric, only, drop, threads);
    }

    public ReadOptions withHeader(Boolean value) {
        return new ReadOptions(format, delimiter, value, missing, categorical, numeric, only, drop, threads);
    }

    public ReadOptions withMissing(List<String> value) {
        return new ReadOptions(format, delimiter, header, value, categorical, numeric, only, drop, threads);
    }

    public ReadOptions withCategorical(Set<String> value) {
        return new ReadOptions(format, delimiter, header, missing, value, numeric, only, drop, threads);
    }

    public ReadOptions withNumeric(Set<String> value) {
        return new ReadOptions(format, delimiter, header, missing, categorical, value, only, drop, threads);
    }

    public ReadOptions withOnly(Set<String> value) {
        return new ReadOptions(format, delimiter, header, missing, categorical, numeric, value, drop, threads);
    }

    public ReadOptions withDrop(Set<String> value) {
        return new ReadOptions(format, delimiter, header, missing, categorical, numeric, only, value, threads);
    }

    public ReadOptions withThreads(int value) {
        return new ReadOptions(format, delimiter, header, missing, categorical, numeric, only, drop, value);
    }
}
