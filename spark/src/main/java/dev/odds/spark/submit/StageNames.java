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
 * @param booleans those that are true or false, by type or as text in either case
 */
record StageNames(List<StructField> features, Map<String, String> plain, Set<String> booleans) {
    private static final String WORD = "odds_word_";
    private static final Set<String> TRUTHS = Set.of("true", "false");

    /** Of the features of a table. */
    static StageNames of(Census census) {
        List<StructField> features = census.columns().features();
        Set<String> booleans = census.levels().entrySet().stream()
                .filter(text -> text.getValue().size() == 2
                        && Set.copyOf(words(text.getValue())).equals(TRUTHS))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new StageNames(features, plain(features, census.rows().columns()), booleans);
    }

    /** The levels of a boolean in the letters that Spark writes, in their order. */
    static List<String> words(List<String> levels) {
        return levels.stream().map(StageNames::folded).toList();
    }

    private static Map<String, String> plain(List<StructField> features, String[] columns) {
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
        return plain;
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
        return isBoolean(field) ? WORD + like(field) : like(field);
    }

    /** Whether stages read words of lower case. */
    boolean isBoolean(StructField field) {
        return booleans.contains(field.name());
    }

    /** Adds the columns that stages read where they are others; none where they are not. */
    Optional<PipelineStage> stage() {
        String added = features.stream()
                .filter(field -> !read(field).equals(field.name()))
                .map(field -> ", %s AS `%s`".formatted(value(field), read(field)))
                .collect(Collectors.joining());
        return added.isEmpty()
                ? Optional.empty()
                : Optional.of(new SQLTransformer().setStatement("SELECT *%s FROM __THIS__".formatted(added)));
    }

    private String value(StructField field) {
        String quoted = Columns.quoted(field.name());
        return isBoolean(field)
                ? "LOWER(CAST(%s AS STRING))".formatted(quoted)
                : "CAST(%s AS %s)".formatted(quoted, field.dataType().sql());
    }
}
