package dev.odds.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.table.SparseRows;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;

/**
 * What is counted of one partition when it is read.
 *
 * @param extent how far it goes
 * @param nonZeros how many numbers of its vectors are not 0
 * @param totals its summed weights
 * @param first its first row, or null where there is none
 */
@DefaultSerializer(JavaSerializer.class)
record Counted(Extent extent, long nonZeros, Totals totals, Chunk first) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of all its chunks, up to a bad row. */
    static Iterator<Counted> of(Iterator<Rows> partition) {
        long rows = 0;
        long nonZeros = 0;
        Totals totals = new Totals();
        Chunk first = null;
        BadRow bad = null;
        while (partition.hasNext()) {
            Rows read = partition.next();
            if (read instanceof Chunk chunk) {
                first = first == null ? firstOf(chunk) : first;
                rows += chunk.rows();
                nonZeros += nonZeros(chunk);
                totals.add(chunk);
            } else {
                bad = (BadRow) read;
            }
        }
        Extent extent = new Extent(first == null ? -1 : first.features(), rows, bad);
        return List.of(new Counted(extent, nonZeros, totals, first)).iterator();
    }

    private static Chunk firstOf(Chunk chunk) {
        ChunkWriter writer = new ChunkWriter(chunk.sparse() != null);
        writer.add(chunk, 0, 1);
        return writer.chunk();
    }

    private static long nonZeros(Chunk chunk) {
        SparseRows sparse = chunk.sparse();
        if (sparse != null) {
            return sparse.starts()[chunk.rows()] - sparse.starts()[0];
        }
        long count = 0;
        for (double x : chunk.dense()) {
            count += x == 0 ? 0 : 1;
        }
        return count;
    }
}
