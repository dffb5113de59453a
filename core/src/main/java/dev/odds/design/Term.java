package dev.odds.design;

import java.util.List;

/** What one column of a table contributes to X. */
public sealed interface Term permits NumericTerm, CategoricalTerm {
    /** The column. */
    String column();

    /** The names of its features, in their order in X. */
    List<String> features();
}
