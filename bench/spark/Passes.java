package dev.odds.spark;

import dev.odds.objective.LogisticObjective;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Need;
import dev.odds.spark.loading.ClusterData;
import dev.odds.spark.loading.Storage;
import dev.odds.spark.rows.DataColumns;
import dev.odds.spark.sums.SparkDesign;
import org.apache.spark.sql.Dataset;

/** The passes of a fit, one by one. */
public final class Passes implements AutoCloseable {
    private final ClusterData data;
    private final LogisticObjective objective;
    private final double[] x;

    /** Stores a table of columns label and features. */
    public Passes(Dataset<?> table, boolean float32) {
        data = ClusterData.read(table, new DataColumns("features", "label", null, null), new Storage(true, float32));
        Penalty none = Penalty.none(data.design().features());
        Problem problem = new Problem(data.design(), data.response(), none, true);
        objective = new LogisticObjective(problem);
        x = new double[problem.size()];
    }

    /** The number of tasks of a pass. */
    public int tasks() {
        return ((SparkDesign) data.design()).blocks().getNumPartitions();
    }

    /** The number of stored entries. */
    public long stored() {
        return data.design().stored();
    }

    /** Value and gradient, and with them the Hessian if it is wanted. */
    public void run(boolean hessian) {
        objective.at(x, hessian ? Need.HESSIAN : Need.GRADIENT);
    }

    @Override
    public void close() {
        data.close();
    }
}
