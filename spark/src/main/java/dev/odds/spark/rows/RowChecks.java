package dev.odds.spark.rows;

import org.apache.spark.sql.catalyst.InternalRow;

/** Checks the rows of one partition one after another; counts those that are good. */
final class RowChecks {
    private static final String MISSING = "found null, expected %s; fill or drop rows without it";

    private final DataColumns columns;
    private long row;
    private int size = -1;

    RowChecks(DataColumns columns) {
        this.columns = columns;
    }

    /** The first of the selected columns without a value in this row, or null. */
    BadRow missing(InternalRow values) {
        if (values.isNullAt(Selection.FEATURES)) {
            return bad(columns.features(), MISSING.formatted("a vector"));
        }
        if (values.isNullAt(Selection.LABEL)) {
            return bad(columns.label(), MISSING.formatted("0 or 1"));
        }
        if (columns.weight() != null && values.isNullAt(Selection.WEIGHT)) {
            return bad(columns.weight(), MISSING.formatted("a finite number of at least 0"));
        }
        if (columns.offset() != null && values.isNullAt(Selection.offset(columns))) {
            return bad(columns.offset(), MISSING.formatted("a finite number"));
        }
        return null;
    }

    /** What is wrong with an example, or null where nothing is: then it counts. */
    BadRow wrong(VectorRow vector, double label, double weight, double offset) {
        BadRow bad = vector(vector);
        if (bad == null && label != 0 && label != 1) {
            bad = bad(columns.label(), label(label));
        }
        if (bad == null && !(weight >= 0 && weight <= Double.MAX_VALUE)) {
            bad = bad(
                    columns.weight(),
                    "found %s, expected a finite number of at least 0; correct or drop such rows"
                            .formatted(text(weight)));
        }
        if (bad == null && !Double.isFinite(offset)) {
            bad = bad(
                    columns.offset(),
                    "found %s, expected a finite number; correct or drop such rows".formatted(text(offset)));
        }
        if (bad == null) {
            row++;
        }
        return bad;
    }

    private BadRow vector(VectorRow vector) {
        if (!vector.ordered()) {
            return bad(
                    columns.features(),
                    "found a sparse vector of size %d whose indices do not increase from 0 to below it; make it with Vectors.sparse"
                            .formatted(vector.size()));
        }
        if (size >= 0 && vector.size() != size) {
            return bad(
                    columns.features(),
                    "found a vector of size %d, expected %d as in the rows before it; make vectors of one size"
                            .formatted(vector.size(), size));
        }
        int place = vector.notFinite();
        if (place >= 0) {
            String told = "found %s, expected a finite number; fill or drop such rows"
                    .formatted(text(vector.values()[place]));
            return new BadRow(row, columns.features(), vector.feature(place), told);
        }
        size = vector.size();
        return null;
    }

    private BadRow bad(String column, String told) {
        return new BadRow(row, column, -1, told);
    }

    private static String label(double found) {
        boolean another = found > 1 && found == Math.rint(found) && Double.isFinite(found);
        return another
                ? "found %s, expected 0 or 1: this estimator fits two labels, not more; fit each against the rest with OneVsRest"
                        .formatted(text(found))
                : "found %s, expected 0 or 1; recode or drop such rows".formatted(text(found));
    }

    private static String text(double value) {
        return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }
}
