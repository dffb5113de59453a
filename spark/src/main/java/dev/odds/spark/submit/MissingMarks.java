package dev.odds.spark.submit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * Texts that stand for a missing value, as {@code odds fit} takes them; the empty text always does. Because of one such Spark takes a column of
 * numbers for text.
 *
 * @param marks the texts
 */
record MissingMarks(List<String> marks) {
    /** What {@code odds fit} reads as a number. */
    private static final String NUMBER = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";

    /** The same rows with nulls for marks, and numbers for text where a column holds nothing else; reads columns of text once. */
    Dataset<Row> in(Dataset<Row> rows) {
        Set<String> numbers = numbers(rows);
        return rows.select(Arrays.stream(rows.schema().fields())
                .map(field -> known(field, numbers.contains(field.name())).as(field.name()))
                .toArray(Column[]::new));
    }

    /** The columns of text in which each value is a number, where there are values. */
    private Set<String> numbers(Dataset<Row> rows) {
        List<String> texts = Arrays.stream(rows.schema().fields())
                .filter(MissingMarks::isText)
                .map(StructField::name)
                .toList();
        if (texts.isEmpty()) {
            return Set.of();
        }
        List<Column> least = new ArrayList<>();
        for (String text : texts) {
            Column value = Columns.column(text);
            least.add(functions.min(functions.when(functions.not(isMark(value)), value.rlike("^" + NUMBER + "$"))));
        }
        Row found = rows.agg(least.get(0), least.stream().skip(1).toArray(Column[]::new))
                .first();
        Set<String> numbers = new HashSet<>();
        for (int k = 0; k < texts.size(); k++) {
            if (!found.isNullAt(k) && found.getBoolean(k)) {
                numbers.add(texts.get(k));
            }
        }
        return numbers;
    }

    private Column known(StructField field, boolean isNumber) {
        Column value = Columns.column(field.name());
        if (isText(field)) {
            Column text = functions.when(functions.not(isMark(value)), value);
            return isNumber ? text.cast(DataTypes.DoubleType) : text;
        }
        return field.dataType() instanceof NumericType
                ? functions.when(functions.not(isNumericMark(value)), value)
                : value;
    }

    private static boolean isText(StructField field) {
        return field.dataType().equals(DataTypes.StringType);
    }

    private Column isMark(Column text) {
        return text.isNull().or(text.equalTo("")).or(text.isInCollection(marks));
    }

    /** A mark that is a number is so however it is written. */
    private Column isNumericMark(Column number) {
        List<Double> values = marks.stream()
                .filter(mark -> mark.matches(NUMBER))
                .map(Double::valueOf)
                .toList();
        return number.isNull().or(functions.isnan(number)).or(number.isInCollection(values));
    }
}
