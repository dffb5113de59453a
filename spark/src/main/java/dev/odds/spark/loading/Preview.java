package dev.odds.spark.loading;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.design.ColumnStatistics;
import dev.odds.design.Examples;
import dev.odds.spark.rows.Chunk;
import dev.odds.spark.rows.ChunkExamples;
import dev.odds.spark.rows.Rows;
import dev.odds.spark.sums.Jobs;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * What a look at the first rows of a dataset tells before all are read.
 *
 * @param origin the first row, a number near the values of each column
 * @param sparse whether it seems that examples are better stored sparse
 */
@DefaultSerializer(JavaSerializer.class)
record Preview(double[] origin, boolean sparse) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of the first chunk, or null where there is none that is good. */
    static Preview of(JavaRDD<Rows> rows) {
        List<Preview> found =
                Jobs.run(rows.context(), () -> rows.mapPartitions(Preview::look).take(1));
        return found.isEmpty() ? null : found.get(0);
    }

    private static Iterator<Preview> look(Iterator<Rows> partition) {
        return partition.hasNext() && partition.next() instanceof Chunk chunk
                ? List.of(of(chunk)).iterator()
                : List.<Preview>of().iterator();
    }

    private static Preview of(Chunk chunk) {
        long cells = (long) chunk.rows() * chunk.features();
        return new Preview(
                ColumnStatistics.origin(new ChunkExamples(chunk)),
                Examples.suitSparse(chunk.nonZeros(), cells, chunk.features()));
    }
}
