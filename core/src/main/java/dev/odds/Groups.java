package dev.odds;

import dev.odds.design.ArrayResponse;
import dev.odds.design.DesignBuilder;
import dev.odds.design.Examples;
import dev.odds.design.MemoryDesign;
import dev.odds.design.SelectedExamples;
import dev.odds.design.Workers;
import dev.odds.table.InputException;
import java.util.Arrays;
import java.util.List;

/**
 * Examples parted into groups, a model for each. Each example is written into blocks once, those of its group, where it has
 * neighbours of its group alone: so a group costs what its own examples cost, and its model is, bit for bit, that of a fit of these
 * examples alone.
 */
final class Groups {
    private final LogisticRegression spec;
    private final Examples examples;
    private final ArrayResponse response;
    private final Constraints constraints;
    private final int[] values;
    private final int[] starts;
    private final int[] rows;

    Groups(LogisticRegression spec, Examples examples, ArrayResponse response, int[] group) {
        if (group.length != examples.count() || group.length != response.examples()) {
            throw new InputException("found %d groups and %d labels for %d examples; expected one for each"
                    .formatted(group.length, response.examples(), examples.count()));
        }
        this.spec = spec;
        this.examples = examples;
        this.response = response;
        this.constraints = Constraints.of(spec.shrinkage(), examples.features());
        this.values = Arrays.stream(group).sorted().distinct().toArray();
        this.starts = new int[values.length + 1];
        this.rows = new int[group.length];
        sort(group);
    }

    /** Deals the rows out to their groups, in order. O(n log groups). */
    private void sort(int[] group) {
        int[] of = new int[group.length];
        for (int i = 0; i < group.length; i++) {
            of[i] = Arrays.binarySearch(values, group[i]);
            starts[of[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        for (int i = 0; i < group.length; i++) {
            rows[next[of[i]]++] = i;
        }
    }

    /** The models, by increasing value. */
    List<Group> solve() {
        Group[] found = new Group[values.length];
        Workers.of(spec.threads()).run(found.length, g -> found[g] = solve(g));
        return Arrays.asList(found);
    }

    private Group solve(int g) {
        int[] own = Arrays.copyOfRange(rows, starts[g], starts[g + 1]);
        int inner = Math.max(1, spec.threads() / values.length);
        try {
            MemoryDesign design =
                    new DesignBuilder(spec.bias(), false, Workers.of(inner)).build(new SelectedExamples(examples, own));
            Optimum optimum = new Prepared(spec, design, response.only(own), constraints).solve();
            return new Group(values[g], own.length, optimum, null);
        } catch (InputException refused) {
            return new Group(values[g], own.length, null, refused.getMessage());
        }
    }
}
