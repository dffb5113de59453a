package dev.odds.spark.submit;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * What the text of a CSV file means, as {@code odds fit} takes it. Spark's own guesses differ: for one NA a column of numbers stays text, TRUE becomes true.
 *
 * @param marks texts that stand for a missing value; the empty text always does
 */
record Meaning(List<String> marks) {
    /** What {@code odds fit} reads as a number. */
    private static final String NUMBER = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$";

    /** Columns of text with nulls for marks, and as numbers where they hold nothing else; reads the rows once. */
    Dataset<Row> of(Dataset<Row> text) {
        Set<String> numbers = numbers(text);
        return text.select(Arrays.stream(text.columns())
                .map(name -> numbers.contains(name)
                        ? known(name).cast(DataTypes.DoubleType).as(name)
                        : known(name).as(name))
                .toArray(Column[]::new));
    }

    /** The columns with values, each a number. */
    private Set<String> numbers(Dataset<Row> text) {
        String[] names = text.columns();
        Column[] all = Arrays.stream(names)
                .map(name -> functions.min(known(name).rlike(NUMBER)))
                .toArray(Column[]::new);
        Row found = text.agg(all[0], Arrays.copyOfRange(all, 1, all.length)).first();
        Set<String> numbers = new HashSet<>();
        for (int k = 0; k < names.length; k++) {
            if (!found.isNullAt(k) && found.getBoolean(k)) {
                numbers.add(names[k]);
            }
        }
        return numbers;
    }

    private Column known(String name) {
        Column value = Columns.column(name);
        return functions.when(functions.not(value.equalTo("").or(value.isInCollection(marks))), value);
    }
}
