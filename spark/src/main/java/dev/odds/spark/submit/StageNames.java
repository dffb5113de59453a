package dev.odds.spark.submit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.types.StructField;

/**
 * What columns are called in Spark's stages: these take no name with a dot or a backquote, and of booleans only their words.
 *
 * @param features the columns
 * @param plain for each its name, or one like it
 */
record StageNames(List<StructField> features, Map<String, String> plain) {
    private static final String WORD = "odds_word_";

    /** @param columns all that the rows have, names that are taken */
    static StageNames of(List<StructField> features, String[] columns) {
        Set<String> taken = Arrays.stream(columns).map(StageNames::folded).collect(Collectors.toSet());
        Map<String, String> plain = new LinkedHashMap<>();
        for (StructField field : features) {
            String name = field.name();
            if (!isPlain(name)) {
                name = name.replace('.', '_').replace('`', '_');
                while (!taken.add(folded(name))) {
                    name += "_";
                }
            }
            plain.put(field.name(), name);
        }
        return new StageNames(features, plain);
    }

    /** Spark takes letters of either case for the same. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether Spark's stages take such a name. */
    static boolean isPlain(String name) {
        return name.indexOf('.') < 0 && name.indexOf('`') < 0;
    }

    /** The name of a column, or one like it. */
    String like(StructField field) {
        return plain.get(field.name());
    }

    /** The column that stages read. */
    String read(StructField field) {
        return Columns.isBoolean(field) ? WORD + like(field) : like(field);
    }

    /** Adds the columns that stages read where they are others; none where they are not. */
    Optional<PipelineStage> stage() {
        String added = features.stream()
                .filter(field -> !read(field).equals(field.name()))
                .map(field -> ", CAST(%s AS %s) AS `%s`"
                        .formatted(
                                Columns.quoted(field.name()),
                                Columns.isText(field)
                                        ? "STRING"
                                        : field.dataType().sql(),
                                read(field)))
                .collect(Collectors.joining());
        return added.isEmpty()
                ? Optional.empty()
                : Optional.of(new SQLTransformer().setStatement("SELECT *%s FROM __THIS__".formatted(added)));
    }
}
