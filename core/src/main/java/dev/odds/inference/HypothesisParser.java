package dev.odds.inference;

import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@link Hypothesis} from left to right. */
final class HypothesisParser {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern AND = Pattern.compile("and\\s+");
    private static final String ENDS = "+-*=,";

    private final String text;
    private final CoefficientNames names;
    private int at;

    HypothesisParser(String text, List<String> names) {
        this.text = text;
        this.names = new CoefficientNames(names);
    }

    List<Restriction> restrictions() {
        List<Restriction> found = new ArrayList<>();
        do {
            equation(found);
        } while (separator());
        return found;
    }

    /** Adds a restriction for each equals sign, or one for none. */
    private void equation(List<Restriction> found) {
        skipBlanks();
        int begin = at;
        Combination left = side();
        boolean compared = false;
        while (take('=')) {
            Combination right = side();
            found.add(restriction(begin, left.plus(-1, right)));
            left = right;
            compared = true;
        }
        if (!compared) {
            found.add(restriction(begin, left));
        }
    }

    private Restriction restriction(int begin, Combination difference) {
        String told = text.substring(begin, at).strip();
        Restriction restriction = new Restriction(told, new TreeMap<>(difference.factors()), 0 - difference.constant());
        if (restriction.factors().isEmpty()) {
            throw bad(begin, told, "an equation that some coefficient decides");
        }
        if (!Double.isFinite(restriction.value())
                || !restriction.factors().values().stream().allMatch(Double::isFinite)) {
            throw bad(begin, told, "numbers that are not too large");
        }
        return restriction;
    }

    private Combination side() {
        double sign = take('-') ? -1 : 1;
        if (sign > 0) {
            take('+');
        }
        Combination sum = Combination.number(0).plus(sign, product());
        while (true) {
            if (take('+')) {
                sum = sum.plus(1, product());
            } else if (take('-')) {
                sum = sum.plus(-1, product());
            } else {
                return sum;
            }
        }
    }

    private Combination product() {
        skipBlanks();
        int begin = at;
        Combination product = factor();
        while (take('*')) {
            Combination next = factor();
            if (!product.isNumber() && !next.isNumber()) {
                throw bad(begin, text.substring(begin, at), "at most one coefficient in a product");
            }
            Combination one = product.isNumber() ? next : product;
            Combination number = product.isNumber() ? product : next;
            product = Combination.number(0).plus(number.constant(), one);
        }
        return product;
    }

    private Combination factor() {
        skipBlanks();
        CoefficientNames.Found found = names.at(text, at, this::endsAt);
        if (found != null) {
            at = found.end();
            return Combination.coefficient(found.variable());
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt() && endsAt(number.end())) {
            at = number.end();
            return Combination.number(Double.parseDouble(number.group()));
        }
        String word = word();
        throw bad(at, word, names.expected(word));
    }

    /** What stands where a name was expected, to the next operator or blank; empty at the end. */
    private String word() {
        int end = at < text.length() ? at + 1 : at;
        while (!endsAt(end)) {
            end++;
        }
        return text.substring(at, end);
    }

    /** Passes what stands between two equations; false at the end. */
    private boolean separator() {
        skipBlanks();
        if (at == text.length()) {
            return false;
        }
        Matcher and = AND.matcher(text).region(at, text.length());
        if (Character.isWhitespace(text.charAt(at - 1)) && and.lookingAt()) {
            at = and.end();
            return true;
        }
        if (take(',')) {
            return true;
        }
        throw bad(at, word(), "an operator, =, a comma or ' and '");
    }

    private boolean take(char symbol) {
        skipBlanks();
        boolean there = at < text.length() && text.charAt(at) == symbol;
        at += there ? 1 : 0;
        return there;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Whether a name or a number may end before this place. */
    private boolean endsAt(int end) {
        return end >= text.length() || Character.isWhitespace(text.charAt(end)) || ENDS.indexOf(text.charAt(end)) >= 0;
    }

    private InputException bad(int place, String found, String expected) {
        return new InputException("hypothesis '%s', character %d: found %s, expected %s"
                .formatted(text, place + 1, found.isBlank() ? "the end" : found.strip(), expected));
    }
}
