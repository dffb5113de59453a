package dev.odds.train;

import dev.odds.design.Columns;
import dev.odds.design.Response;
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
 * @param sample some of its examples, or itself where they are few
 */
record LocalModels(Problem loss, Problem sample, Cost cost) implements Models {
    /** One block in so many is in the sample. */
    private static final int SPACING = 4;

    private static final int EXAMPLES = 8_192;

    /** The most bytes that columns take, 1 GB. */
    private static final long LIMIT = 1L << 30;

    static LocalModels of(Problem loss) {
        return new LocalModels(loss, sample(loss), Cost.of(loss));
    }

    private static Problem sample(Problem loss) {
        Response some = loss.response().every(SPACING);
        boolean few = loss.design().examples() < EXAMPLES || some.successes() == 0 || some.failures() == 0;
        return few ? loss : new Problem(loss.design().every(SPACING), some, loss.penalty(), loss.bias());
    }

    @Override
    public Quadratic roughly(double[] x, int[] variables) {
        return cost.suitsColumns(variables.length)
                ? at(x, variables)
                : new GramModel(variables, ActiveHessian.of(sample, x, variables));
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
