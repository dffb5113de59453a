package dev.odds.spark;

import java.io.Serializable;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.linalg.Vector;

/**
 * The name of one estimator, by which its params belong to it. Spark's constructors make params and ask for the name before a subclass
 * could have stored it in a field of its own; an inner class has its outer instance before its superclass is constructed.
 */
final class Uid implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String value;

    Uid(String value) {
        this.value = value;
    }

    /** A classifier of that name. */
    abstract class Classifier extends ProbabilisticClassifier<Vector, LogisticRegression, LogisticRegressionModel> {
        private static final long serialVersionUID = 1L;

        @Override
        public String uid() {
            return value;
        }
    }
}
