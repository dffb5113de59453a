package dev.odds.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/**
 * What the user typed after the name of a command.
 *
 * @param line the words, parsed
 */
record Arguments(ParseResult line) {
    boolean has(String option) {
        return line.hasMatchedOption(option);
    }

    /** A file among the parameters. */
    Path path(int parameter) {
        return line.matchedPositionalValue(parameter, Path.of(""));
    }

    /** A parameter that may be absent. */
    Optional<String> word(int parameter) {
        return Optional.ofNullable(line.matchedPositionalValue(parameter, null));
    }

    /** The value of an option, or null where it is absent. */
    String text(String option) {
        return line.matchedOptionValue(option, null);
    }

    /** The file that an option names, or null where it is absent. */
    Path file(String option) {
        return line.matchedOptionValue(option, null);
    }

    /** The words of an option, each once; none where it is absent. */
    List<String> list(String option) {
        Set<String> words = new LinkedHashSet<>();
        given(option).forEach(text -> WordList.words(option, text, words));
        return List.copyOf(words);
    }

    /** Every value of an option, as it was written. */
    List<String> texts(String option) {
        return List.copyOf(given(option));
    }

    Map<String, String> pairs(String option) {
        return WordList.pairs(option, given(option));
    }

    /** The numbers of an option by the names before them; none where it is absent. */
    Map<String, Double> numbersByName(String option) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        WordList.numbers(option, given(option)).forEach((name, text) -> {
            double value = Numeral.parse(text);
            if (Double.isNaN(value)) {
                throw new UsageException(
                        "%s is %s=%s; expected a finite number after the name".formatted(option, name, text));
            }
            numbers.put(name, value);
        });
        return numbers;
    }

    /** The numbers of an option that is there, each above 0; decreasing, each once. */
    double[] falling(String option) {
        return list(option).stream()
                .mapToDouble(text -> {
                    double value = Numeral.parse(text);
                    if (!(value > 0)) {
                        throw new UsageException("%s holds %s; expected numbers above 0"
                                .formatted(option, text.isEmpty() ? "nothing" : text));
                    }
                    return -value;
                })
                .distinct()
                .sorted()
                .map(value -> -value)
                .toArray();
    }

    /** The number of an option that is there. */
    double number(String option) {
        double value = Numeral.parse(text(option));
        if (Double.isNaN(value)) {
            throw unexpected(option, "a finite number");
        }
        return value;
    }

    /** The number of an option that is there, 0 or more. */
    double notNegative(String option) {
        double value = number(option);
        if (value < 0) {
            throw unexpected(option, "a number of 0 or more");
        }
        return value;
    }

    /** The number of an option that is there, above 0 and below 1. */
    double share(String option) {
        double value = number(option);
        if (!(value > 0 && value < 1)) {
            throw unexpected(option, "a number above 0 and below 1");
        }
        return value;
    }

    /** The number of an option, from 0 to 1. */
    double probability(String option, double absent) {
        double value = has(option) ? number(option) : absent;
        if (!(value >= 0 && value <= 1)) {
            throw unexpected(option, "a number from 0 to 1");
        }
        return value;
    }

    long whole(String option, long absent) {
        try {
            return has(option) ? Long.parseLong(text(option)) : absent;
        } catch (NumberFormatException e) {
            throw unexpected(option, "a whole number");
        }
    }

    /** The number of an option, no smaller than {@code least}. */
    int count(String option, int least, int absent) {
        long value = whole(option, absent);
        if (value < least || value > Integer.MAX_VALUE) {
            throw unexpected(option, "a whole number of %d or more".formatted(least));
        }
        return (int) value;
    }

    private List<String> given(String option) {
        return line.matchedOptionValue(option, List.of());
    }

    private UsageException unexpected(String option, String expected) {
        return new UsageException("%s is %s; expected %s".formatted(option, text(option), expected));
    }

    /** The word of an option, the first of the words where it is absent. */
    String choice(String option, List<String> words) {
        String word = line.matchedOptionValue(option, words.get(0));
        if (!words.contains(word)) {
            throw new UsageException("%s is %s; expected one of %s".formatted(option, word, String.join(", ", words)));
        }
        return word;
    }
}
