package dev.odds.optimize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The last changes of x and of the gradient: what they tell of the Hessian corrects a metric. */
final class Changes {
    private static final int MEMORY = 10;

    private final Deque<Pair> pairs = new ArrayDeque<>();

    /** A change of x, that of the gradient, and their product. */
    private record Pair(double[] step, double[] change, double product) {}

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    void clear() {
        pairs.clear();
    }

    /** Keeps the change unless it shows no curvature, which rounding can cause. */
    void add(double[] direction, LineSearch.Step step, Point before) {
        double[] moved = Vectors.times(step.t(), direction);
        double[] change = Vectors.plus(step.point().gradient(), -1, before.gradient());
        double product = Vectors.dot(moved, change);
        if (product > 0x1p-52 * Vectors.dot(change, change)) {
            pairs.addLast(new Pair(moved, change, product));
            if (pairs.size() > MEMORY) {
                pairs.removeFirst();
            }
        }
    }

    /**
     * The two-loop recursion: -(approximate Hessian)^-1 g, where the metric is what is known before any change, as a whole as
     * large as the last change says. A metric that is a diagonal but for a block has the others' size wrong, by what they have in
     * common, and every step would be too long. O(MEMORY d), and two solutions in the metric.
     */
    double[] direction(double[] gradient, Metric metric) {
        double[] q = Vectors.times(-1, gradient);
        double[] alphas = new double[pairs.size()];
        int k = pairs.size();
        for (Iterator<Pair> last = pairs.descendingIterator(); last.hasNext(); ) {
            Pair pair = last.next();
            double alpha = Vectors.dot(pair.step, q) / pair.product;
            alphas[--k] = alpha;
            Vectors.add(q, -alpha, pair.change);
        }
        double[] direction = metric.solve(q);
        Vectors.scale(direction, scale(metric));
        for (Pair pair : pairs) {
            double beta = Vectors.dot(pair.change, direction) / pair.product;
            Vectors.add(direction, alphas[k++] - beta, pair.step);
        }
        return direction;
    }

    private double scale(Metric metric) {
        if (pairs.isEmpty()) {
            return 1;
        }
        Pair last = pairs.getLast();
        return last.product / Vectors.dot(last.change, metric.solve(last.change));
    }
}
