package dev.odds.spark.loading;

import dev.odds.spark.sums.Jobs;
import dev.odds.spark.sums.ShardBlocks;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.NarrowDependency;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
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

    private final Broadcast<byte[]> making;
    private final transient RDD<?> rows;

    /**
     * Of blocks that are made a first time by the first job.
     *
     * @param rows which they are made of
     */
    StoredBlocks(RDD<ShardBlocks> made, RDD<?> rows) {
        super(made.sparkContext(), seq(new Behind(made)), ClassTag$.MODULE$.apply(ShardBlocks.class));
        SparkContext context = made.sparkContext();
        byte[] bytes = new Making(made, made.partitions()).bytes();
        this.rows = rows;
        this.making = JavaSparkContext.fromSparkContext(context).broadcast(bytes);
        persist(StorageLevel.MEMORY_AND_DISK());
    }

    private record Place(int index) implements Partition {
        private static final long serialVersionUID = 1L;
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

    /** @param partitions which a dataset does not take along */
    private record Making(RDD<ShardBlocks> made, Partition[] partitions) implements Serializable {
        private static final long serialVersionUID = 1L;
        private static final ClassTag<Making> TAG = ClassTag$.MODULE$.apply(Making.class);

        static Making of(byte[] bytes) {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return SparkEnv.get().closureSerializer().newInstance().deserialize(ByteBuffer.wrap(bytes), loader, TAG);
        }

        byte[] bytes() {
            ByteBuffer bytes = SparkEnv.get().closureSerializer().newInstance().serialize(this, TAG);
            return Arrays.copyOfRange(bytes.array(), bytes.arrayOffset(), bytes.arrayOffset() + bytes.limit());
        }
    }

    private static <T> Seq<T> seq(T one) {
        return CollectionConverters.<T>asScala(List.of(one)).toSeq();
    }

    @Override
    public Partition[] getPartitions() {
        Partition[] places = new Partition[((RDD<?>) dependencies().head().rdd()).getNumPartitions()];
        Arrays.setAll(places, Place::new);
        return places;
    }

    @Override
    public Iterator<ShardBlocks> compute(Partition split, TaskContext context) {
        Making known = Making.of(making.value());
        return known.made().iterator(known.partitions()[split.index()], context);
    }

    /** Frees what is stored, rows too: where they were kept, making lost blocks again has kept them again. */
    @Override
    public void close() {
        Jobs.surely(() -> unpersist(false));
        Jobs.surely(() -> rows.unpersist(false));
        Jobs.surely(making::destroy);
    }
}
