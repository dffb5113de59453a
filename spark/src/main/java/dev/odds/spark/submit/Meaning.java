package dev.odds.spark.submit;

import dev.odds.table.Decimals;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * What the text of a CSV file means, as {@code odds fit} takes it. Spark's own guesses differ: for one NA a column of numbers stays text, TRUE becomes true.
 *
 * @param marks texts that stand for a missing value; the empty text always does
 */
record Meaning(List<String> marks) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MARK = 1;
    private static final int WORD = 2;
    private static final int FIGURE = 4;

    /** Columns of text with nulls for marks, and as numbers where they hold nothing else; reads the rows once. */
    Dataset<Row> of(Dataset<Row> text) {
        String[] names = text.columns();
        byte[] kinds = text
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(rows -> kinds(rows, names.length))
                .collect()
                .stream()
                .reduce(new byte[names.length], Meaning::either);
        return text.select(IntStream.range(0, names.length)
                .mapToObj(j -> meant(names[j], kinds[j]).as(names[j]))
                .toArray(Column[]::new));
    }

    /** What each column holds. In plain loops: an expression for each of a thousand columns takes Spark a minute to compile. */
    private Iterator<byte[]> kinds(Iterator<InternalRow> rows, int columns) {
        byte[] kinds = new byte[columns];
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            for (int j = 0; j < columns; j++) {
                if (!row.isNullAt(j) && kinds[j] != (MARK | WORD | FIGURE)) {
                    kinds[j] |= (byte) kind(row.getUTF8String(j).toString());
                }
            }
        }
        return List.of(kinds).iterator();
    }

    private int kind(String text) {
        if (text.isEmpty() || marks.contains(text)) {
            return MARK;
        }
        return Decimals.isNumber(text) ? FIGURE : WORD;
    }

    /** Those of some rows, which are modified, and of others. */
    private static byte[] either(byte[] some, byte[] others) {
        for (int j = 0; j < some.length; j++) {
            some[j] |= others[j];
        }
        return some;
    }

    private Column meant(String name, int kind) {
        Column value = Columns.column(name);
        Column known = (kind & MARK) == 0
                ? value
                : functions.when(functions.not(value.equalTo("").or(value.isInCollection(marks))), value);
        return (kind & (WORD | FIGURE)) == FIGURE ? known.cast(DataTypes.DoubleType) : known;
    }
}
