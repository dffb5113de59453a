import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who fits. Both standardise as Spark does, with a bias. */
interface Side {
    LogisticRegressionModel fit(Dataset<Row> table);

    /** Spark's own, stopped after so many iterations: its tolerance is none of the gap. */
    static Side spark(double lambda, int iterations) {
        LogisticRegression regression = new LogisticRegression()
                .setRegParam(lambda)
                .setTol(0)
                .setMaxIter(iterations);
        return regression::fit;
    }

    /** Odds, stopped by its proof of that gap. */
    static Side odds(double lambda, double gap, String solver, boolean float32) {
        dev.odds.spark.LogisticRegression regression = new dev.odds.spark.LogisticRegression()
                .setRegParam(lambda)
                .setTol(gap)
                .setSolver(solver)
                .setFloat32(float32);
        return regression::fit;
    }
}
