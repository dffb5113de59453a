package dev.odds.spark.loading;

import dev.odds.spark.rows.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.NarrowDependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/** The rows of an RDD in other partitions, in their order, without a shuffle: each partition reads those that it overlaps. */
final class AlignedRows extends RDD<RowRange> {
    private static final long serialVersionUID = 1L;

    private final RDD<Rows> rows;
    private final Alignment alignment;

    /** @param rows as they were counted for the alignment */
    AlignedRows(RDD<Rows> rows, Alignment alignment) {
        super(rows.sparkContext(), seq(List.of(new Overlap(rows, alignment))), ClassTag$.MODULE$.apply(RowRange.class));
        this.rows = rows;
        this.alignment = alignment;
    }

    /** @param parents from the first that it reads on: a task cannot ask for them */
    record Place(int index, int first, Partition[] parents) implements Partition {
        private static final long serialVersionUID = 1L;
    }

    private static final class Overlap extends NarrowDependency<Rows> {
        private static final long serialVersionUID = 1L;
        private final Alignment alignment;

        Overlap(RDD<Rows> rows, Alignment alignment) {
            super(rows);
            this.alignment = alignment;
        }

        @Override
        public Seq<Object> getParents(int partition) {
            List<Object> parents = new ArrayList<>();
            for (int p = alignment.firstParent(partition); p < alignment.endParent(partition); p++) {
                parents.add(p);
            }
            return seq(parents);
        }
    }

    private static <T> Seq<T> seq(List<? extends T> list) {
        return CollectionConverters.<T>asScala(new ArrayList<>(list)).toSeq();
    }

    @Override
    public Partition[] getPartitions() {
        Partition[] places = new Partition[alignment.count()];
        for (int t = 0; t < places.length; t++) {
            int first = alignment.firstParent(t);
            places[t] = new Place(t, first, Arrays.copyOfRange(rows.partitions(), first, alignment.endParent(t)));
        }
        return places;
    }

    @Override
    public Iterator<RowRange> compute(Partition split, TaskContext context) {
        Place place = (Place) split;
        return CollectionConverters.asScala(new RangeIterator(
                alignment,
                place.index(),
                p -> CollectionConverters.asJava(rows.iterator(place.parents()[p - place.first()], context))));
    }
}
