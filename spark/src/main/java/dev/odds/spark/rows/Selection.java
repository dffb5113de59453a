package dev.odds.spark.rows;

import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a dataset that a fit reads: vectors, then labels, weights and offsets as doubles, where there are any. */
public final class Selection {
    static final int FEATURES = 0;
    static final int LABEL = 1;
    static final int WEIGHT = 2;

    private Selection() {}

    /** Where the offsets are, which are there. */
    static int offset(DataColumns columns) {
        return columns.weight() == null ? WEIGHT : WEIGHT + 1;
    }

    /**
     * Selects the columns, without a job.
     *
     * @throws InputException if a column is missing or of a type that is not expected
     */
    public static Dataset<Row> of(Dataset<?> data, DataColumns columns) {
        StructType schema = data.schema();
        List<Column> selected = new ArrayList<>();
        StructField features = field(schema, columns.features(), "features");
        if (!(features.dataType() instanceof VectorUDT)) {
            throw type(features, "features", "a vector; assemble one with VectorAssembler");
        }
        selected.add(Fields.column(schema, columns.features()));
        selected.add(number(schema, columns.label(), "label"));
        if (columns.weight() != null) {
            selected.add(number(schema, columns.weight(), "weight"));
        }
        if (columns.offset() != null) {
            selected.add(number(schema, columns.offset(), "offset"));
        }
        return data.select(selected.toArray(Column[]::new));
    }

    private static Column number(StructType schema, String name, String role) {
        StructField field = field(schema, name, role);
        if (field.dataType() instanceof NumericType) {
            return Fields.column(schema, name).cast(DataTypes.DoubleType);
        }
        throw type(
                field,
                role,
                role.equals("label") ? "numbers; index them with StringIndexer" : "numbers; cast it to double");
    }

    private static StructField field(StructType schema, String name, String role) {
        return Fields.find(schema, name)
                .orElseThrow(() -> new InputException("%s column %s: found no such column, expected one of %s"
                        .formatted(role, name, String.join(", ", schema.fieldNames()))));
    }

    private static InputException type(StructField field, String role, String expected) {
        return new InputException("%s column %s: found type %s, expected %s"
                .formatted(role, field.name(), field.dataType().simpleString(), expected));
    }
}
