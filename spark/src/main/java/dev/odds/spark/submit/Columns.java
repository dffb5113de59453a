package dev.odds.spark.submit;

import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What each column of a table is for, as far as its type tells.
 *
 * @param target the labels
 * @param weights numbers, or null
 * @param offset numbers, or null
 * @param features the columns to use, in the order of the table: numbers, text and booleans, or one of vectors
 */
record Columns(StructField target, String weights, String offset, List<StructField> features) {
    private static final String LABEL = "label";

    /**
     * Those that the options name; of the others all that can be features.
     *
     * @param notes a sentence is added for each that cannot
     * @throws InputException if a column named is not there or of no use
     */
    static Columns of(Dataset<?> data, SubmitOptions options, List<String> notes) {
        StructType schema = data.schema();
        StructField target = find(schema, target(options), "--target");
        String weights = numbers(schema, options, "--weights");
        String offset = numbers(schema, options, "--offset");
        Set<String> others = new LinkedHashSet<>(Arrays.asList(target.name(), weights, offset));
        List<String> only = options.list("--only");
        only.forEach(name -> find(schema, name, "--only"));
        for (String name : options.list("--drop")) {
            others.add(find(schema, name, "--drop").name());
        }
        List<StructField> features = new ArrayList<>();
        for (StructField field : schema.fields()) {
            boolean wanted = only.isEmpty() || only.contains(field.name());
            if (wanted && !others.contains(field.name()) && isOfUse(field, !only.isEmpty(), notes)) {
                features.add(field);
            }
        }
        checkTogether(features);
        return new Columns(target, weights, offset, features);
    }

    private static String target(SubmitOptions options) {
        if (options.has("--target")) {
            return options.text("--target");
        }
        if (options.format().equals("libsvm")) {
            return LABEL;
        }
        throw new InputException("found no --target; expected the column to predict");
    }

    private static StructField find(StructType schema, String name, String option) {
        return Arrays.stream(schema.fields())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("%s is %s; expected one of the columns %s"
                        .formatted(option, name, String.join(", ", schema.fieldNames()))));
    }

    private static String numbers(StructType schema, SubmitOptions options, String option) {
        if (!options.has(option)) {
            return null;
        }
        StructField field = find(schema, options.text(option), option);
        if (!(field.dataType() instanceof NumericType)) {
            throw new InputException("%s is %s, a column of type %s; expected numbers"
                    .formatted(option, field.name(), field.dataType().simpleString()));
        }
        return field.name();
    }

    private static boolean isOfUse(StructField field, boolean asked, List<String> notes) {
        String why = hasValues(field) ? null : "its type is " + field.dataType().simpleString();
        if (why != null && asked) {
            throw new InputException("--only names %s: %s; expected a column of numbers, text, booleans or vectors"
                    .formatted(field.name(), why));
        }
        if (why != null) {
            notes.add("left out %s: %s".formatted(field.name(), why));
        }
        return why == null;
    }

    private static boolean hasValues(StructField field) {
        return field.dataType() instanceof NumericType || isText(field) || isVectors(field);
    }

    private static void checkTogether(List<StructField> features) {
        if (features.isEmpty()) {
            throw new InputException(
                    "found no column that can be a feature; expected numbers, text, booleans or vectors");
        }
        if (features.size() > 1 && features.stream().anyMatch(Columns::isVectors)) {
            throw new InputException(
                    "found vectors beside other columns among %s; expected them alone: name them with --only"
                            .formatted(String.join(
                                    ", ",
                                    features.stream().map(StructField::name).toList())));
        }
    }

    /** Whether a column becomes levels. */
    static boolean isText(StructField field) {
        return field.dataType().equals(DataTypes.StringType) || isBoolean(field);
    }

    static boolean isBoolean(StructField field) {
        return field.dataType().equals(DataTypes.BooleanType);
    }

    private static boolean isVectors(StructField field) {
        return field.dataType().equals(SQLDataTypes.VectorType());
    }

    /** Whether the features are one column of vectors. */
    boolean areVectors() {
        return isVectors(features.get(0));
    }

    /** The same without some of the features. */
    Columns without(Set<String> names) {
        List<StructField> left =
                features.stream().filter(f -> !names.contains(f.name())).toList();
        checkTogether(left);
        return new Columns(target, weights, offset, left);
    }

    /** All that a row must have. */
    List<String> needed() {
        List<String> names =
                new ArrayList<>(features.stream().map(StructField::name).toList());
        names.add(target.name());
        for (String other : Arrays.asList(weights, offset)) {
            if (other != null) {
                names.add(other);
            }
        }
        return names;
    }

    /** A column by its name as it stands. */
    static Column column(String name) {
        return functions.col(quoted(name));
    }

    /** A name as statements take it, whatever it holds. */
    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** Levels as text, numbers as doubles. */
    static Column values(StructField field) {
        return column(field.name()).cast(isText(field) ? DataTypes.StringType : DataTypes.DoubleType);
    }
}
