package dev.odds.spark.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Rows as Spark holds them inside, made without a session: a vector, then up to three numbers; null where there is none. */
final class VectorRows {
    private final List<Object[]> rows = new ArrayList<>();

    VectorRows add(Object... values) {
        rows.add(values);
        return this;
    }

    /** One row after another in the same place, as Spark gives them. */
    Iterator<InternalRow> iterator() {
        VectorUDT type = new VectorUDT();
        DataType[] types = new DataType[rows.get(0).length];
        Arrays.fill(types, DataTypes.DoubleType);
        types[0] = type.sqlType();
        UnsafeProjection projection = UnsafeProjection.create(types);
        return rows.stream()
                .map(values -> {
                    Object[] inside = values.clone();
                    inside[0] = inside[0] instanceof Vector vector ? type.serialize(vector) : inside[0];
                    return (InternalRow) projection.apply(new GenericInternalRow(inside));
                })
                .iterator();
    }

    List<Rows> read(DataColumns columns) {
        List<Rows> read = new ArrayList<>();
        new RowReader(columns).read(iterator()).forEachRemaining(read::add);
        return read;
    }
}
