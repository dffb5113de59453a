package dev.odds.spark.loading;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.odds.design.ColumnStatistics;
import dev.odds.spark.rows.BadRow;
import dev.odds.spark.rows.Chunk;
import dev.odds.spark.rows.Extent;
import dev.odds.spark.rows.Rows;
import dev.odds.spark.sums.Jobs;
import dev.odds.spark.sums.Totals;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * All that the first reading of a dataset finds: counts, which no order changes, and statistics of columns, which are summed in any order
 * and so serve only where that is certain not to matter.
 */
@DefaultSerializer(JavaSerializer.class)
final class Survey implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Bytes of statistics that a driver merges by itself. */
    private static final long MUCH = 1L << 26;

    private static final int BYTES_OF_A_COLUMN = 56;

    private final ArrayList<Counted> partitions = new ArrayList<>();
    private final ColumnStatistics statistics;

    private Survey(ColumnStatistics statistics) {
        this.statistics = statistics;
    }

    /** One reading. */
    static Survey of(JavaRDD<Rows> rows, Preview preview) {
        long bytes = preview == null ? 0 : (long) preview.origin().length * BYTES_OF_A_COLUMN * rows.getNumPartitions();
        if (bytes <= MUCH) {
            return Jobs.each(rows, (p, chunks) -> of(p, chunks, preview)).stream()
                    .reduce(Survey::plus)
                    .orElseGet(() -> new Survey(null));
        }
        JavaRDD<Survey> each = rows.mapPartitionsWithIndex(
                (p, chunks) -> List.of(of(p, chunks, preview)).iterator(), true);
        return Jobs.run(rows.context(), () -> each.treeReduce(Survey::plus));
    }

    private static Survey of(int partition, Iterator<Rows> chunks, Preview preview) {
        Survey survey = new Survey(preview == null ? null : new ColumnStatistics(preview.origin()));
        survey.count(partition, chunks, preview);
        return survey;
    }

    private void count(int partition, Iterator<Rows> chunks, Preview preview) {
        long rows = 0;
        long nonZeros = 0;
        int features = -1;
        Totals totals = new Totals();
        BadRow bad = null;
        while (chunks.hasNext()) {
            Rows read = chunks.next();
            if (read instanceof Chunk chunk) {
                features = chunk.features();
                rows += chunk.rows();
                nonZeros += chunk.nonZeros();
                totals.add(chunk);
                add(chunk, preview);
            } else {
                bad = (BadRow) read;
            }
        }
        partitions.add(new Counted(partition, new Extent(features, rows, bad), nonZeros, totals));
    }

    /** As they are if they are stored so; where vectors are of other sizes the fit will be refused. */
    private void add(Chunk chunk, Preview preview) {
        if (preview == null || chunk.features() != preview.origin().length) {
            return;
        }
        if (preview.sparse() && chunk.sparse() != null) {
            statistics.addSparse(chunk.sparse());
        } else if (!preview.sparse() && chunk.dense() != null) {
            statistics.addDense(chunk.dense(), chunk.rows());
        } else {
            RowRange all = new RowRange(chunk, 0, chunk.rows());
            new BlockRows(List.of(all).iterator(), preview.sparse()).forEachRemaining(block -> add(block, preview));
        }
    }

    /** Both, in this. */
    private Survey plus(Survey other) {
        partitions.addAll(other.partitions);
        if (statistics != null) {
            statistics.merge(other.statistics);
        }
        return this;
    }

    /** In their order. */
    List<Counted> partitions() {
        return partitions.stream()
                .sorted(Comparator.comparingInt(Counted::partition))
                .toList();
    }

    /** Statistics of the columns as they seemed better stored, or null. */
    ColumnStatistics statistics() {
        return statistics;
    }
}
