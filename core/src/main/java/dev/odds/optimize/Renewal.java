package dev.odds.optimize;

/**
 * When a metric has become too old: once the promised decrease has fallen by less than a part {@value #SLOW} a step. A new metric
 * does not help where the old one was as good, so each is kept at least twice as long as the one before.
 */
final class Renewal {
    private static final double SLOW = 0.3;
    private static final int SPAN = 3;
    private static final int PATIENCE = 4;

    private final double[] promises = new double[SPAN];
    private int count;
    private int age;
    private int patience = PATIENCE;

    /**
     * Called once a step.
     *
     * @param promise the decrease that the step promised
     * @return whether the metric is to be renewed; it then counts as new
     */
    boolean isDue(double promise) {
        double before = promises[count % SPAN];
        promises[count % SPAN] = promise;
        count++;
        age++;
        boolean due = age >= patience && promise > SLOW * SLOW * SLOW * before;
        if (due) {
            age = 0;
            patience *= 2;
        }
        return due;
    }
}
