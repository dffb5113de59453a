package dev.odds.spark;

import org.apache.spark.sql.SparkSession;

/** The session that all tests of the module share: a start takes seconds. */
public final class Sessions {
    private Sessions() {}

    /** On two cores, without a browser's page; a task may fail twice, as on clusters. */
    public static SparkSession shared() {
        return SparkSession.builder()
                .master("local[2,3]")
                .appName("odds")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }
}
