package dev.odds.spark.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.spark.Sessions;
import dev.odds.spark.loading.ClusterData;
import dev.odds.spark.loading.Storage;
import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    private static final StructType SCHEMA = new StructType()
            .add("x.y", new VectorUDT())
            .add("number", DataTypes.DoubleType)
            .add("word", DataTypes.StringType);

    @Test
    void readsADatasetAsRowsDo() {
        Dataset<Row> data = data(3000, 3);
        RowReader reader = new RowReader(columns("number", "number"));
        List<Rows> read = read(data, reader).collect();
        List<Row> rows = data.collectAsList();
        int row = 0;
        for (Rows some : read) {
            Chunk chunk = (Chunk) some;
            for (int i = 0; i < chunk.rows(); i++, row++) {
                double[] x = ((Vector) rows.get(row).get(0)).toArray();
                assertArrayEquals(x, new double[] {chunk.dense()[2 * i], chunk.dense()[2 * i + 1]});
                assertEquals(rows.get(row).getDouble(1), chunk.labels()[i]);
                assertEquals(rows.get(row).getDouble(1), chunk.offsets()[i]);
            }
        }
        assertEquals(rows.size(), row);
    }

    @Test
    void findsABadRowInADataset() {
        Dataset<Row> data = data(3000, 3).selectExpr("`x.y`", "number + int(`word` = 'w2017') as label");
        DataColumns columns = columns("label", null);
        Storage storage = new Storage(true, false);
        String told = assertThrows(InputException.class, () -> ClusterData.read(data, columns, storage))
                .getMessage();
        assertTrue(told.startsWith("column label, row 2018 (row 18 of partition 2): found 2, expected 0 or 1"), told);
    }

    private static JavaRDD<Rows> read(Dataset<Row> data, RowReader reader) {
        return Selection.of(data, reader.columns())
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(reader::read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tinyint", "int", "bigint", "float", "double", "decimal(10,2)"})
    void readsLabelsOfEveryType(String type) {
        Dataset<Row> data = data(4, 1).selectExpr("`x.y`", "cast(number as " + type + ") as label");
        List<Row> labels =
                Selection.of(data, columns("label", null)).select("label").collectAsList();
        List<Row> numbers = data(4, 1).select("number").collectAsList();
        assertEquals(numbers, labels);
    }

    @Test
    void refusesColumnsInASentence() {
        assertEquals(
                "label column word: found type string, expected numbers; index them with StringIndexer",
                refused("x.y", "word", null));
        assertEquals(
                "offset column word: found type string, expected numbers; cast it to double",
                refused("x.y", "number", "word"));
        assertEquals(
                "features column number: found type double, expected a vector; assemble one with VectorAssembler",
                refused("number", "number", null));
        assertEquals(
                "label column age: found no such column, expected one of x.y, number, word",
                refused("x.y", "age", null));
    }

    private static String refused(String features, String label, String offset) {
        DataColumns columns = new DataColumns(features, label, null, offset);
        Dataset<Row> data = data(1, 1);
        return assertThrows(InputException.class, () -> Selection.of(data, columns))
                .getMessage();
    }

    private static DataColumns columns(String label, String offset) {
        return new DataColumns("x.y", label, null, offset);
    }

    private static Dataset<Row> data(int count, int partitions) {
        Random random = new Random(6);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Vector x = Vectors.dense(random.nextGaussian(), random.nextGaussian());
            rows.add(RowFactory.create(x, (double) (i % 2), "w" + i));
        }
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(Sessions.shared().sparkContext());
        return Sessions.shared().createDataFrame(context.parallelize(rows, partitions), SCHEMA);
    }
}
