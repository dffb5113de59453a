package dev.odds.train;

import dev.odds.objective.Problem;
import java.util.Optional;

final class SeparationSearch {
    private SeparationSearch() {}

    static Optional<Direction> find(Problem problem, int[] kept, double[] x, double[] step) {
        return Optional.empty();
    }
}
