package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.SparkContext;
import scala.jdk.javaapi.CollectionConverters;

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

    private static Set<Object> all(SparkContext context) {
        return CollectionConverters.asJava(context.getPersistentRDDs()).keySet();
    }
}
