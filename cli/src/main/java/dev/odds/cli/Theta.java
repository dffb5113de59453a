package dev.odds.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Coefficients as the user types them. */
final class Theta {
    private Theta() {}

    /** Numbers between commas or blanks, or @FILE that holds such. */
    static double[] parse(String text) {
        String numbers = (text.startsWith("@") ? content(Path.of(text.substring(1))) : text).strip();
        if (numbers.isEmpty()) {
            return new double[0];
        }
        String[] words = numbers.split("\\s*,\\s*|\\s+");
        double[] theta = new double[words.length];
        for (int j = 0; j < theta.length; j++) {
            theta[j] = number(words[j], j);
        }
        return theta;
    }

    private static double number(String word, int position) {
        double value = Numeral.parse(word);
        if (!Double.isNaN(value)) {
            return value;
        }
        throw new UsageException("--theta: number %d is '%s'; expected a finite number".formatted(position + 1, word));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException(
                    "--theta: the file %s cannot be read; expected one that holds the coefficients".formatted(file));
        }
    }
}
