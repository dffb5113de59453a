package dev.odds.design;

/**
 * The features of one column of a table: what is tested, dropped and told together.
 *
 * @param column the column
 * @param from its first feature
 * @param to the one after its last
 * @param levels whether the features stand for levels of a category, of which a row has one at most
 */
public record Span(String column, int from, int to, boolean levels) {
    /** How many features. */
    public int count() {
        return to - from;
    }
}
