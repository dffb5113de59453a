package dev.odds.design;

import java.util.Locale;

/** What a missing value of a feature does. A missing target, offset or cluster drops the row, but for {@link #ERROR}. */
public enum Missing {
    /** The row is dropped, and counted. */
    DROP,
    /** Refused. */
    ERROR,
    /** The mean of the column stands in, or its most frequent level. */
    MEAN,
    /** As {@link #MEAN}, and a feature {@code column=missing} says so; for levels, "missing" is one more. */
    INDICATOR;

    /** The word users type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
