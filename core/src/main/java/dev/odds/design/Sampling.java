package dev.odds.design;

/**
 * How the rows were drawn, which decides how far their estimates can be trusted.
 *
 * @param weighted whether weights are sampling weights, the numbers of a population that each row stands for: a row is then one
 *     observation however much it weighs. Otherwise a weight counts equal rows
 * @param cluster the column that says which rows were drawn together, or null where each was drawn alone
 */
public record Sampling(boolean weighted, String cluster) {
    /** Each row was drawn alone, weights count equal rows. */
    static final Sampling PLAIN = new Sampling(false, null);
}
