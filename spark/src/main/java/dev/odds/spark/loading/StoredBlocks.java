package dev.odds.spark.loading;

import dev.odds.spark.sums.Jobs;
import dev.odds.spark.sums.ShardBlocks;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.NarrowDependency;
import org.apache.spark.Partition;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.StorageLevel;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Blocks that are kept while a fit lasts. How they are made, the plan of the dataset, would otherwise come with every task of every pass; here
 * it waits in a broadcast for those that find their blocks gone.
 */
final class StoredBlocks extends RDD<ShardBlocks> implements AutoCloseable {
    private static final long serialVersionUID = 1L;

    private static final ClassTag<RDD<ShardBlocks>> MADE = ClassTag$.MODULE$.apply(RDD.class);
    private static final ClassTag<Partition> PARTITION = ClassTag$.MODULE$.apply(Partition.class);

    private final Broadcast<byte[][]> making;
    private final transient RDD<?> rows;

    /**
     * Of blocks that are made a first time by the first job.
     *
     * @param made of aligned rows, partition by partition
     * @param rows which they are made of
     */
    StoredBlocks(RDD<ShardBlocks> made, RDD<?> rows) {
        super(made.sparkContext(), seq(new Behind(made)), ClassTag$.MODULE$.apply(ShardBlocks.class));
        this.rows = rows;
        this.making = JavaSparkContext.fromSparkContext(made.sparkContext()).broadcast(making(made, rows));
        persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** The plan, then the rows' partitions, each by itself: they hold the rows where the driver made the table, and a task wants its own. */
    private static byte[][] making(RDD<ShardBlocks> made, RDD<?> rows) {
        Partition[] read = rows.partitions();
        byte[][] bytes = new byte[1 + read.length][];
        Arrays.setAll(bytes, k -> bytes(k == 0 ? made : read[k - 1]));
        return bytes;
    }

    private static byte[] bytes(Object one) {
        ByteBuffer bytes = SparkEnv.get().closureSerializer().newInstance().serialize(one, ClassTag$.MODULE$.Any());
        return Arrays.copyOfRange(bytes.array(), bytes.arrayOffset(), bytes.arrayOffset() + bytes.limit());
    }

    private static <T> T object(byte[] bytes, ClassTag<T> type) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return SparkEnv.get().closureSerializer().newInstance().deserialize(ByteBuffer.wrap(bytes), loader, type);
    }

    /** @param end behind the last of the rows' partitions that it is made of */
    private record Place(int index, int first, int end) implements Partition {
        private static final long serialVersionUID = 1L;

        static Place of(AlignedRows.Place made) {
            return new Place(made.index(), made.first(), made.first() + made.parents().length);
        }
    }

    /** What the scheduler asks for, and no task. */
    private static final class Behind extends NarrowDependency<ShardBlocks> {
        private static final long serialVersionUID = 1L;
        private final transient RDD<ShardBlocks> made;

        Behind(RDD<ShardBlocks> made) {
            super(null);
            this.made = made;
        }

        @Override
        public RDD<ShardBlocks> rdd() {
            return made;
        }

        @Override
        public Seq<Object> getParents(int partition) {
            return seq(partition);
        }
    }

    private static <T> Seq<T> seq(T one) {
        return CollectionConverters.<T>asScala(List.of(one)).toSeq();
    }

    @Override
    public Partition[] getPartitions() {
        return Arrays.stream(((RDD<?>) dependencies().head().rdd()).partitions())
                .map(made -> Place.of((AlignedRows.Place) made))
                .toArray(Partition[]::new);
    }

    @Override
    public Iterator<ShardBlocks> compute(Partition split, TaskContext context) {
        Place place = (Place) split;
        byte[][] known = making.value();
        Partition[] parents = IntStream.range(place.first(), place.end())
                .mapToObj(p -> object(known[p + 1], PARTITION))
                .toArray(Partition[]::new);
        return object(known[0], MADE).iterator(new AlignedRows.Place(place.index(), place.first(), parents), context);
    }

    /** Frees what is stored, rows too: where they were kept, making lost blocks again has kept them again. */
    @Override
    public void close() {
        Jobs.surely(() -> unpersist(false));
        Jobs.surely(() -> rows.unpersist(false));
        Jobs.surely(making::destroy);
    }
}
