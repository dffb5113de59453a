package dev.odds.train;

import dev.odds.design.Columns;
import dev.odds.objective.ActiveHessian;
import dev.odds.objective.ColumnModel;
import dev.odds.objective.Problem;
import dev.odds.optimize.GramModel;
import dev.odds.optimize.Models;
import dev.odds.optimize.Quadratic;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Models of a loss by the Hessian over the working set, or by its columns where that is cheaper and they are to be had in little memory.
 *
 * @param loss without a penalty
 */
record LocalModels(Problem loss, Cost cost) implements Models {
    /** The most bytes that columns take, 1 GB. */
    private static final long LIMIT = 1L << 30;

    static LocalModels of(Problem loss) {
        return new LocalModels(loss, Cost.of(loss));
    }

    @Override
    public Quadratic at(double[] x, int[] variables) {
        Optional<Columns> columns = cost.suitsColumns(variables.length) ? columns(variables) : Optional.empty();
        return columns.isPresent()
                ? ColumnModel.at(loss, columns.get(), variables, x)
                : new GramModel(variables, ActiveHessian.of(loss, x, variables));
    }

    /** All at once where they fit, for other models will want others. */
    private Optional<Columns> columns(int[] variables) {
        int[] all = IntStream.range(0, loss.design().features()).toArray();
        return loss.design().columns(all, LIMIT).or(() -> loss.design().columns(variables, LIMIT));
    }

    @Override
    public double cost(int variables) {
        return cost.suitsColumns(variables) ? 1 : cost.gram(variables);
    }
}
