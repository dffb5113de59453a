package dev.odds.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
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
        List<String> words = line.matchedOptionValue(option, List.of());
        return List.copyOf(new LinkedHashSet<>(words));
    }

    Map<String, String> pairs(String option) {
        return line.matchedOptionValue(option, Map.of());
    }

    /** The number of an option that is there. */
    double number(String option) {
        double value = line.matchedOptionValue(option, 0.0);
        if (!Double.isFinite(value)) {
            throw new UsageException("%s is %s; expected a finite number".formatted(option, value));
        }
        return value;
    }

    double least(String option, double least) {
        double value = number(option);
        if (value < least) {
            throw new UsageException("%s is %s; expected %s or more".formatted(option, value, least));
        }
        return value;
    }

    /** The number of an option that is there, above the lower bound and below the upper. */
    double between(String option, double lower, double upper) {
        double value = number(option);
        if (!(value > lower && value < upper)) {
            throw new UsageException(
                    "%s is %s; expected a number between %s and %s".formatted(option, value, lower, upper));
        }
        return value;
    }

    int whole(String option, int absent) {
        return line.matchedOptionValue(option, absent);
    }

    /** The number of an option that is there. */
    int count(String option, int least) {
        int value = whole(option, least);
        if (value < least) {
            throw new UsageException("%s is %d; expected %d or more".formatted(option, value, least));
        }
        return value;
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
