package dev.odds.spark;

import dev.odds.spark.rows.Fields;
import dev.odds.table.InputException;
import java.util.Arrays;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What params and columns must be before any row is read. */
final class SchemaChecks {
    private static final double ROUNDING = 1e-5;

    private SchemaChecks() {}

    /**
     * Checks the columns beside features and labels.
     *
     * @throws InputException if a column of weights or offsets is missing or not numeric
     */
    static void numbers(LogisticRegression estimator, StructType schema) {
        numeric(schema, "weightCol", estimator.column(estimator.weightCol()));
        numeric(schema, "offsetCol", estimator.column(estimator.offsetCol()));
    }

    /**
     * Checks what Spark's own classifiers leave open.
     *
     * @throws InputException if the label is known to have more than two values, or if thresholds contradict each other
     */
    static void check(LogisticRegression estimator, StructType schema) {
        twoLabels(Fields.find(schema, estimator.getLabelCol()).orElseThrow());
        if (estimator.isSet(estimator.thresholds())) {
            thresholds(estimator);
        }
    }

    private static void numeric(StructType schema, String param, String column) {
        if (column == null) {
            return;
        }
        StructField field = Fields.find(schema, column)
                .orElseThrow(() -> new InputException("%s is %s, which is no column of the dataset; expected one of %s"
                        .formatted(param, column, String.join(", ", schema.fieldNames()))));
        if (!(field.dataType() instanceof NumericType)) {
            throw new InputException("%s is %s, a column of type %s; expected numbers"
                    .formatted(param, column, field.dataType().simpleString()));
        }
    }

    private static void twoLabels(StructField label) {
        Attribute attribute = Attribute.fromStructField(label);
        if (attribute instanceof NominalAttribute nominal
                && nominal.getNumValues().isDefined()) {
            int values = (Integer) nominal.getNumValues().get();
            if (values > Training.LABELS) {
                throw new InputException(
                        "the label column %s has %d values by its metadata; expected 2: this estimator fits two labels"
                                .formatted(label.name(), values));
            }
        }
    }

    private static void thresholds(LogisticRegression estimator) {
        double[] thresholds = two(estimator.getThresholds());
        double one = estimator.number(estimator.threshold());
        if (estimator.isSet(estimator.threshold()) && !(Math.abs(one - threshold(thresholds)) < ROUNDING)) {
            throw new InputException("threshold is %s and thresholds are %s, which mean %s; set one of the two"
                    .formatted(one, Arrays.toString(thresholds), threshold(thresholds)));
        }
    }

    /**
     * The same thresholds.
     *
     * @throws InputException if they are more or fewer than the labels
     */
    static double[] two(double[] thresholds) {
        if (thresholds.length != Training.LABELS) {
            throw new InputException(
                    "thresholds has %d numbers; expected 2, one for each label".formatted(thresholds.length));
        }
        return thresholds;
    }

    /** The probability of label 1 above which p_1 / t_1 is the larger: 1 / (1 + t_0 / t_1). */
    static double threshold(double[] thresholds) {
        return 1 / (1 + thresholds[0] / thresholds[1]);
    }
}
