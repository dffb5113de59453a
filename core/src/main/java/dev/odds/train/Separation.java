package dev.odds.train;

import java.util.List;

/**
 * Whether the examples are separated: whether some coefficients grow without end as the loss falls.
 *
 * @param verdict what is proved
 * @param columns the variables whose estimates are infinite: a feature's index, or d for the bias
 * @param signs for each, 1 where it grows to plus infinity and -1 where to minus infinity
 */
public record Separation(Verdict verdict, List<Integer> columns, List<Integer> signs) {
    /** What is proved. */
    public enum Verdict {
        /** A finite minimum exists. */
        NONE("none"),
        /** A direction was verified in exact arithmetic along which the loss falls for ever. */
        SEPARATED("separated"),
        /** Neither was proved. */
        UNDECIDED("undecided");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** As users read it. */
        public String word() {
            return word;
        }
    }

    public Separation {
        columns = List.copyOf(columns);
        signs = List.copyOf(signs);
    }

    static Separation of(Verdict verdict) {
        return new Separation(verdict, List.of(), List.of());
    }
}
