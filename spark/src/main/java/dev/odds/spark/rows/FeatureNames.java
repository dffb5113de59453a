package dev.odds.spark.rows;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/** What the features of a column of vectors are called, as VectorAssembler and its like write down. */
public final class FeatureNames {
    private FeatureNames() {}

    /** The names, x1, x2, .. where a feature has none of its own; null where the column does not say how many there are. */
    public static List<String> of(StructType schema, String column) {
        Option<Attribute[]> attributes = AttributeGroup.fromStructField(
                        Fields.find(schema, column).orElseThrow())
                .attributes();
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

    /** Of all d features: the names known, or where these are none or of another number x1, x2, .., made when asked for. */
    public static List<String> complete(List<String> known, int features) {
        if (known != null && known.size() == features) {
            return known;
        }
        return new AbstractList<>() {
            @Override
            public String get(int j) {
                return "x" + (Objects.checkIndex(j, features) + 1);
            }

            @Override
            public int size() {
                return features;
            }
        };
    }
}
