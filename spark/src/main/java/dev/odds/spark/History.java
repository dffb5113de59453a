package dev.odds.spark;

import dev.odds.optimize.Monitor;
import dev.odds.optimize.Progress;
import java.util.ArrayList;
import java.util.List;

/** Remembers the objective after each iteration. Not thread-safe. */
final class History implements Monitor {
    private final List<Double> values = new ArrayList<>();

    @Override
    public boolean proceed(Progress progress) {
        values.add(progress.value());
        return true;
    }

    /** The loss of the bias alone, then the objective after each iteration. */
    double[] values(double nullLoss) {
        double[] all = new double[values.size() + 1];
        all[0] = nullLoss;
        for (int k = 0; k < values.size(); k++) {
            all[k + 1] = values.get(k);
        }
        return all;
    }
}
