package dev.odds.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    Path path(int parameter) {
        return line.matchedPositionalValue(parameter, Path.of(""));
    }

    /** A parameter that may be absent. */
    Optional<String> word(int parameter) {
        return Optional.ofNullable(line.matchedPositionalValue(parameter, null));
    }

    /** The value of an option of text, or null where it is absent. */
    String text(String option) {
        return line.matchedOptionValue(option, null);
    }

    /** The value of an option that names a file, or null where it is absent. */
    Path file(String option) {
        return line.matchedOptionValue(option, null);
    }

    List<String> list(String option) {
        return new ArrayList<>(line.matchedOptionValue(option, List.of()));
    }

    Map<String, String> pairs(String option) {
        return line.matchedOptionValue(option, Map.of());
    }

    double number(String option, double absent) {
        return line.matchedOptionValue(option, absent);
    }

    /** A number above the lower bound and below the upper, both excluded. */
    double between(String option, double lower, double upper, double absent) {
        double value = number(option, absent);
        if (!(value > lower && value < upper)) {
            throw new UsageException("%s is %s; expected a number between %s and %s".formatted(option, value, lower, upper));
        }
        return value;
    }

    int whole(String option, int least, int absent) {
        int value = line.matchedOptionValue(option, absent);
        if (has(option) && value < least) {
            throw new UsageException("%s is %d; expected %d or more".formatted(option, value, least));
        }
        return value;
    }

    /** The word of an option that takes one of a few. */
    String choice(String option, List<String> words) {
        String word = line.matchedOptionValue(option, words.get(0));
        if (!words.contains(word)) {
            throw new UsageException("%s is %s; expected one of %s".formatted(option, word, String.join(", ", words)));
        }
        return word;
    }
}
