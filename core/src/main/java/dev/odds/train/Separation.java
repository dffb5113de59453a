package dev.odds.train;

import java.util.BitSet;
import java.util.List;

/**
 * Whether the examples are separated: whether some coefficients grow without end as the loss falls.
 *
 * @param verdict what is proved
 * @param columns the variables whose estimates are infinite: a feature's index, or d for the bias
 * @param signs for each, 1 where it grows to plus infinity and -1 where to minus infinity
 * @param directions along which it grows, in the order in which the limits are taken: theta and, where there is one, the bias, on the
 *     user's scale, the largest near 1; rounded from exact ones
 * @param examples those that some direction separates: fitted perfectly in the limit, they leave the loss; held, not copied
 * @param complete whether these are all that count, so that one direction separates all labels (Albert and Anderson, Biometrika 71,
 *     1984); else the separation is quasi-complete
 */
public record Separation(
        Verdict verdict,
        List<Integer> columns,
        List<Integer> signs,
        List<double[]> directions,
        BitSet examples,
        boolean complete) {
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
        directions = List.copyOf(directions);
    }

    static Separation of(Verdict verdict) {
        return new Separation(verdict, List.of(), List.of(), List.of(), new BitSet(), false);
    }
}
