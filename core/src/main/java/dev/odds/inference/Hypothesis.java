package dev.odds.inference;

import java.util.List;

/**
 * Linear equations that are tested together, such as {@code race=black = race=other} or {@code 2*gpa - gre = 0.5, rank=2 = 0}.
 *
 * <pre>
 * hypothesis = equation { ("," | " and ") equation }
 * equation   = side { "=" side }                  without "=", the side is 0; a = b = c is a = b, b = c
 * side       = [+|-] product { (+|-) product }
 * product    = factor { "*" factor }              of which one at most is a coefficient
 * factor     = number | coefficient | `coefficient`
 * </pre>
 *
 * A coefficient is the longest name that stands at its place and is followed by a blank, one of {@code + - * = ,} or the end; names win
 * over numbers and over operators within them. So with coefficients x and x-1, {@code x-1} is the second and {@code x - 1} or
 * {@code `x`-1} the first less 1.
 *
 * @param text as the user wrote it
 * @param restrictions one at least
 */
public record Hypothesis(String text, List<Restriction> restrictions) {
    public Hypothesis {
        restrictions = List.copyOf(restrictions);
    }

    /**
     * Reads what a user writes.
     *
     * @param names of all variables, the bias last where there is one
     * @throws dev.odds.table.InputException naming the place, if it is no hypothesis about these
     */
    public static Hypothesis parse(String text, List<String> names) {
        return new Hypothesis(text, new HypothesisParser(text, names).restrictions());
    }

    /** The variables that occur, increasing. */
    int[] variables() {
        return restrictions.stream()
                .flatMap(restriction -> restriction.factors().keySet().stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .distinct()
                .toArray();
    }
}
