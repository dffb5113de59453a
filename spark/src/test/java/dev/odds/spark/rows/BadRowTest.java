package dev.odds.spark.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRowTest {
    private static final DataColumns ALL = new DataColumns("x", "y", "w", "o");
    private static final Vector GOOD = Vectors.dense(1, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2    | found 2, expected 0 or 1: this estimator fits two labels, not more; fit each against the rest with OneVsRest",
                "-1   | found -1, expected 0 or 1; recode or drop such rows",
                "0.5  | found 0.5, expected 0 or 1; recode or drop such rows",
                "NaN  | found NaN, expected 0 or 1; recode or drop such rows",
                "Infinity | found Infinity, expected 0 or 1; recode or drop such rows"
            })
    void tellsOfALabel(double label, String told) {
        assertEquals(new BadRow(1, "y", -1, told), bad(GOOD, label, 1.0, 0.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void tellsOfAWeight(double weight) {
        BadRow bad = bad(GOOD, 1.0, weight, 0.0);
        assertEquals("w", bad.column());
        assertEquals(weight == -1 ? "found -1" : "found " + weight, bad.told().split(",")[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void tellsOfAnOffset(double offset) {
        assertEquals(
                new BadRow(1, "o", -1, "found " + offset + ", expected a finite number; correct or drop such rows"),
                bad(GOOD, 1.0, 1.0, offset));
    }

    @Test
    void tellsWhichColumnIsNull() {
        assertEquals("x", bad(null, 1.0, 1.0, 0.0).column());
        assertEquals("y", bad(GOOD, null, 1.0, 0.0).column());
        assertEquals("w", bad(GOOD, 1.0, null, 0.0).column());
        assertEquals("o", bad(GOOD, 1.0, 1.0, null).column());
        assertEquals(
                "found null, expected 0 or 1; fill or drop rows without it",
                bad(GOOD, null, 1.0, 0.0).told());
    }

    @Test
    void tellsWhichFeatureIsNotFinite() {
        String told = "found %s, expected a finite number; fill or drop such rows";
        assertEquals(new BadRow(1, "x", 1, told.formatted("NaN")), bad(Vectors.dense(1, Double.NaN), 1.0, 1.0, 0.0));
        Vector sparse = Vectors.sparse(2, new int[] {1}, new double[] {Double.NEGATIVE_INFINITY});
        assertEquals(new BadRow(1, "x", 1, told.formatted("-Infinity")), bad(sparse, 1.0, 1.0, 0.0));
    }

    @Test
    void tellsOfAVectorOfAnotherSize() {
        assertEquals(
                "found a vector of size 3, expected 2 as in the rows before it; make vectors of one size",
                bad(Vectors.zeros(3), 1.0, 1.0, 0.0).told());
    }

    @Test
    void refusesIndicesOutOfOrder() {
        VectorUDT type = new VectorUDT();
        for (int[] indices : new int[][] {{1, 0}, {1, 1}, {0, 2}, {-1, 0}, {0}}) {
            InternalRow vector = type.serialize(Vectors.sparse(2, new int[] {0, 1}, new double[] {3, 4}));
            vector.update(2, UnsafeArrayData.fromPrimitiveArray(indices));
            assertEquals("x", bad(vector, 1.0, 1.0, 0.0).column());
        }
    }

    @Test
    void endsAPartitionAfterFullChunks() {
        VectorRows rows = new VectorRows();
        for (int i = 0; i < ChunkBuilder.ROWS + 5; i++) {
            rows.add(GOOD, 1.0);
        }
        rows.add(GOOD, 3.0).add(GOOD, 1.0);
        List<Rows> read = rows.read(new DataColumns("x", "y", null, null));
        assertEquals(3, read.size());
        assertEquals(ChunkBuilder.ROWS, ((Chunk) read.get(0)).rows());
        assertEquals(5, ((Chunk) read.get(1)).rows());
        assertEquals(ChunkBuilder.ROWS + 5, ((BadRow) read.get(2)).row());
    }

    /** The second of two rows. */
    private static BadRow bad(Object... row) {
        List<Rows> read = new VectorRows().add(GOOD, 0.0, 1.0, 0.0).add(row).read(ALL);
        assertEquals(2, read.size());
        assertEquals(1, ((Chunk) read.get(0)).rows());
        return (BadRow) read.get(1);
    }
}
