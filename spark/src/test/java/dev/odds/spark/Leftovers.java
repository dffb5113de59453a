package dev.odds.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** What a fit must not leave behind. */
final class Leftovers {
    private static final long PATIENCE = 10_000;

    private Leftovers() {}

    /** Nothing is stored any more, and, soon, nothing runs. */
    static void none(SparkSession session) throws InterruptedException {
        SparkContext context = session.sparkContext();
        assertEquals(Set.of(), stored(context), "stored datasets");
        long until = System.currentTimeMillis() + PATIENCE;
        while (context.statusTracker().getActiveJobIds().length > 0 && System.currentTimeMillis() < until) {
            Thread.sleep(10);
        }
        assertEquals(0, context.statusTracker().getActiveJobIds().length, "running jobs");
    }

    /** Every block that is stored is lost, as with the executors that held them. */
    static int lose(SparkContext context) {
        Set<Object> stored = stored(context);
        stored.forEach(id -> context.env().blockManager().master().removeRdd((Integer) id, true));
        return stored.size();
    }

    private static Set<Object> stored(SparkContext context) {
        return Set.copyOf(scala.jdk.javaapi.CollectionConverters.asJava(context.getPersistentRDDs())
                .keySet());
    }
}
