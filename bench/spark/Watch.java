import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerUnpersistRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.BlockUpdatedInfo;

/** What a fit makes Spark do: its jobs, and the bytes of the blocks that it keeps, in memory or on disk. */
final class Watch extends SparkListener {
    /**
     * A job.
     *
     * @param millis from its submission to its end
     * @param tasks how many ran
     * @param taskMillis what they ran for, together
     * @param resultBytes what they sent to the driver
     */
    record Job(long millis, int tasks, long taskMillis, long resultBytes) {}

    private final SparkSession spark;
    private final Map<String, Long> blocks = new HashMap<>();
    private final List<Job> jobs = new ArrayList<>();
    private long before;
    private long peak;
    private long lasting;
    private long begin;
    private int tasks;
    private long taskMillis;
    private long resultBytes;

    private Watch(SparkSession spark) {
        this.spark = spark;
    }

    /** Begins to watch. */
    static Watch on(SparkSession spark) {
        Watch watch = new Watch(spark);
        spark.sparkContext().addSparkListener(watch);
        return watch;
    }

    /** Forgets what was, once all of it is told; what is kept now is not counted from here on. */
    void restart() {
        settle();
        synchronized (this) {
            jobs.clear();
            before = kept();
            peak = 0;
            lasting = 0;
        }
    }

    /** Waits for the events of what has ended. */
    void settle() {
        try {
            spark.sparkContext().listenerBus().waitUntilEmpty();
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Since the last start. */
    synchronized List<Job> jobs() {
        return List.copyOf(jobs);
    }

    /** The most that was kept at a time. */
    synchronized long peak() {
        return peak;
    }

    /** What was kept when the last job ended. */
    synchronized long lasting() {
        return lasting;
    }

    private long kept() {
        return blocks.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public synchronized void onBlockUpdated(SparkListenerBlockUpdated event) {
        BlockUpdatedInfo block = event.blockUpdatedInfo();
        if (block.blockId().isRDD()) {
            String where = block.blockManagerId() + "/" + block.blockId().name();
            blocks.put(where, block.memSize() + block.diskSize());
            peak = Math.max(peak, kept() - before);
        }
    }

    /** Executors do not tell of the blocks that this removes. */
    @Override
    public synchronized void onUnpersistRDD(SparkListenerUnpersistRDD event) {
        String of = "/rdd_" + event.rddId() + "_";
        blocks.keySet().removeIf(where -> where.contains(of));
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart event) {
        begin = event.time();
        tasks = 0;
        taskMillis = 0;
        resultBytes = 0;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
        tasks++;
        if (event.taskMetrics() != null) {
            taskMillis += event.taskMetrics().executorRunTime();
            resultBytes += event.taskMetrics().resultSize();
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd event) {
        lasting = kept() - before;
        jobs.add(new Job(event.time() - begin, tasks, taskMillis, resultBytes));
    }
}
