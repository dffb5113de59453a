package dev.odds.inference;

import dev.odds.design.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A feature that is 0 or 1 as one of a group, of which at most one is 1 at a time.
 *
 * @param feature the feature
 * @param from the first feature of its group
 * @param to the one after the last
 */
record Change(int feature, int from, int to) {
    /** Of the columns of levels, and of the marks of missing numbers, which stand second. */
    static List<Change> of(List<Span> spans) {
        List<Change> changes = new ArrayList<>();
        for (Span span : spans) {
            int from = span.levels() ? span.from() : span.from() + 1;
            for (int j = from; j < span.to(); j++) {
                changes.add(new Change(j, from, span.to()));
            }
        }
        return changes;
    }
}
