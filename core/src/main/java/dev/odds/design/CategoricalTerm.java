package dev.odds.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Levels, each but the reference a feature {@code column=level} that is 1 where the row has that level, else 0.
 *
 * @param column the column
 * @param levels the distinct levels
 * @param reference the position of the level without a feature
 * @param fill the position of the level that stands in for a missing value, -1 where none does
 */
public record CategoricalTerm(String column, List<String> levels, int reference, int fill) implements Term {
    /** The level of missing values where they are one. */
    static final String MISSING = "missing";

    public CategoricalTerm {
        levels = List.copyOf(levels);
        if (reference < 0 || reference >= levels.size() || fill < -1 || fill >= levels.size()) {
            throw new IllegalArgumentException(
                    "column %s has %d levels, the reference is level %d and the fill level %d"
                            .formatted(column, levels.size(), reference, fill));
        }
        if (new HashSet<>(levels).size() < levels.size()) {
            throw new IllegalArgumentException("column %s has a level twice".formatted(column));
        }
    }

    @Override
    public List<String> features() {
        List<String> names = new ArrayList<>(levels.size() - 1);
        for (int level = 0; level < levels.size(); level++) {
            if (level != reference) {
                names.add(column + "=" + levels.get(level));
            }
        }
        return names;
    }

    /** The feature of a level, counted from the first of this term; -1 for the reference. */
    int feature(int level) {
        return level == reference ? -1 : level < reference ? level : level - 1;
    }
}
