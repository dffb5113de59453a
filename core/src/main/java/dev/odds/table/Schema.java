package dev.odds.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that a reader of pieces wants, by name and type.
 *
 * @param fields the columns, in any order, under distinct names
 * @param keepTexts whether to hand over the text of every field of the file as well
 */
public record Schema(List<Field> fields, boolean keepTexts) {
    /** A wanted column. */
    public sealed interface Field permits Numbers, Text {
        String name();
    }

    /** A column of numbers: other text is an error. */
    public record Numbers(String name) implements Field {}

    /** A column of text, coded by its position among these levels. */
    public record Text(String name, List<String> levels) implements Field {
        public Text {
            levels = List.copyOf(levels);
        }
    }

    public Schema {
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("two fields named " + field.name());
            }
        }
    }
}
