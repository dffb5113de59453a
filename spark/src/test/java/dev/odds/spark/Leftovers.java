package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.RDDBlockId;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/**
 * What a fit must not leave behind.
 *
 * @param before the datasets that were stored before it
 */
public record Leftovers(SparkContext context, Set<Object> before) {
    private static final long PATIENCE = 10_000;

    /** Of what begins now. */
    public static Leftovers of(SparkContext context) {
        return new Leftovers(context, Set.copyOf(all(context)));
    }

    /** Nothing more is stored, and, soon, nothing runs. */
    public void none() throws InterruptedException {
        assertEquals(Set.of(), stored(), "stored datasets");
        long until = System.currentTimeMillis() + PATIENCE;
        while (context.statusTracker().getActiveJobIds().length > 0 && System.currentTimeMillis() < until) {
            Thread.sleep(10);
        }
        assertEquals(0, context.statusTracker().getActiveJobIds().length, "running jobs");
        while (!blocks().isEmpty() && System.currentTimeMillis() < until) {
            Thread.sleep(10);
        }
        assertEquals(Set.of(), blocks(), "blocks of datasets");
    }

    /** Every block that a fit has stored is lost, as with the executors that held them; returns of how many datasets. */
    int lose() {
        stored().forEach(id -> context.env().blockManager().master().removeRdd((Integer) id, true));
        return stored().size();
    }

    private Set<Object> stored() {
        Set<Object> more = new TreeSet<>(all(context));
        more.removeAll(before);
        return more;
    }

    /** Of datasets that are no longer said to be stored. */
    private Set<String> blocks() {
        Set<Object> known = all(context);
        return CollectionConverters.asJava(
                        context.env().blockManager().master().getMatchingBlockIds(new OfDataset(), true))
                .stream()
                .filter(block -> !known.contains(((RDDBlockId) block).rddId()))
                .map(BlockId::name)
                .collect(Collectors.toSet());
    }

    private static final class OfDataset extends AbstractFunction1<BlockId, Object> implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public Object apply(BlockId block) {
            return block.isRDD();
        }
    }

    private static Set<Object> all(SparkContext context) {
        return CollectionConverters.asJava(context.getPersistentRDDs()).keySet();
    }
}
