package dev.odds.spark.rows;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.ml.util.SchemaUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns by what params call them: a whole name, which may hold dots, or as Spark's own estimators take it, quoted or inside of a structure. */
public final class Fields {
    private Fields() {}

    /** The column, unless there is none. */
    public static Optional<StructField> find(StructType schema, String name) {
        Optional<StructField> whole = whole(schema, name);
        if (whole.isPresent() || !SchemaUtils.checkSchemaFieldExist(schema, name)) {
            return whole;
        }
        return Optional.of(SchemaUtils.getSchemaField(schema, name));
    }

    /** What selects it. */
    static Column column(StructType schema, String name) {
        return whole(schema, name).isPresent()
                ? functions.col("`" + name.replace("`", "``") + "`")
                : functions.col(name);
    }

    private static Optional<StructField> whole(StructType schema, String name) {
        return Arrays.stream(schema.fields())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
