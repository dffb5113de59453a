package dev.odds.spark.rows;

import dev.odds.design.Encoder;
import dev.odds.design.Labelling;
import dev.odds.design.NumericTerm;
import dev.odds.design.TableEncoder;
import dev.odds.design.Target;
import dev.odds.design.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * What the vectors and labels of a model were made of.
 *
 * @param encoder from rows to these vectors
 * @param labelling what labels 1 and 0 are
 * @param weights the column of weights, or null
 * @param source the data, as the user named them
 * @param dropped rows left out for a missing value
 */
public record Origin(Encoder encoder, Labelling labelling, String weights, String source, long dropped) {
    /**
     * Numbers and labels as they are.
     *
     * @param names one column for each feature
     * @param offset the column added to the log-odds, or null
     * @param label a column of 0 and 1
     */
    public static Origin of(List<String> names, String offset, String label, String weights, String source) {
        Labelling labelling = new Labelling(new Target(label, label, null, null), "1", "0", false);
        return new Origin(numbers(names, offset), labelling, weights, source, 0);
    }

    /** Of columns of numbers. */
    public static Encoder numbers(List<String> names, String offset) {
        List<Term> terms = new ArrayList<>(names.size());
        names.forEach(name -> terms.add(new NumericTerm(name, Double.NaN, false)));
        return new TableEncoder(terms, offset);
    }
}
