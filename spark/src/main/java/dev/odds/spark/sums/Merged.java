package dev.odds.spark.sums;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.design.MergeTree;
import dev.odds.design.Sum;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.stream.Collectors;

/**
 * A part of a tree on its way. As all that travels, it says how: Kryo, where an application has chosen it, knows no records.
 *
 * @param part sums of shards
 */
@DefaultSerializer(JavaSerializer.class)
public record Merged<S extends Sum<S>>(MergeTree.Part<S> part) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What is merged so far, in the order of shards. */
    public static <S extends Sum<S>> ArrayList<Merged<S>> of(MergeTree<S> tree) {
        return tree.parts().stream().map(part -> new Merged<S>(part)).collect(Collectors.toCollection(ArrayList::new));
    }
}
