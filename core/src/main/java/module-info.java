/** Odds: logistic regression from a table to a fitted, checked, saved model. */
module dev.odds {
    requires com.fasterxml.jackson.core;
    requires ch.randelshofer.fastdoubleparser;
    requires de.siegmar.fastcsv;
    /* SIMD where the JVM is started with --add-modules jdk.incubator.vector; without it, plain loops. */
    requires static jdk.incubator.vector;
    requires org.apache.commons.statistics.distribution;

    exports dev.odds;
    exports dev.odds.table;
    exports dev.odds.design;
    exports dev.odds.optimize;
    exports dev.odds.objective;
    exports dev.odds.train;
    exports dev.odds.model;
    exports dev.odds.inference;
    exports dev.odds.evaluation;
    exports dev.odds.report;
}
