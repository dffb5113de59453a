package dev.odds.spark;

import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.param.Param;

/** Bounds, infinite where there are none. Spark writes an infinite number as text, which it cannot read as a number. */
final class BoundsParam extends Param<Matrix> {
    private static final long serialVersionUID = 1L;

    /** Beyond every double, and so read as infinite. */
    private static final String BEYOND = "1e999";

    BoundsParam(Parameters parent, String name, String doc) {
        super(parent, name, doc);
    }

    @Override
    public Matrix jsonDecode(String json) {
        return super.jsonDecode(json.replace("\"Infinity\"", BEYOND).replace("\"-Infinity\"", "-" + BEYOND));
    }
}
