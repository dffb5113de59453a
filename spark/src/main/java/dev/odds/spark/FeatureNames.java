package dev.odds.spark;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/** What the features of a column of vectors are called, as VectorAssembler and its like write down. */
final class FeatureNames {
    private FeatureNames() {}

    /** The names, x1, x2, .. where a feature has none of its own; null where the column does not say how many there are. */
    static List<String> of(StructType schema, String column) {
        Option<Attribute[]> attributes =
                AttributeGroup.fromStructField(schema.apply(column)).attributes();
        if (attributes.isEmpty()) {
            return null;
        }
        Attribute[] each = attributes.get();
        return IntStream.range(0, each.length)
                .mapToObj(j -> each[j].name().isEmpty()
                        ? "x" + (j + 1)
                        : each[j].name().get())
                .toList();
    }
}
