package dev.odds.train;

import dev.odds.design.Columns;
import dev.odds.objective.ColumnObjective;
import dev.odds.objective.ElasticDual;
import dev.odds.objective.Problem;
import dev.odds.optimize.Bound;
import dev.odds.optimize.Certificate.Kind;
import dev.odds.optimize.Certifier;
import dev.odds.optimize.Part;
import dev.odds.optimize.Parts;
import dev.odds.optimize.Point;
import dev.odds.optimize.Separable;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The parts of a problem with far more features than examples.
 *
 * @param loss by all features
 * @param dual of the problem
 * @param bias whether there is one
 */
record Wide(ColumnObjective loss, ElasticDual dual, boolean bias) implements Parts {
    /** More examples are read in runs and shards. */
    private static final int MOST = 1_024;
    /** Features for each example. */
    private static final int RATIO = 2;
    /** The memory that columns may take. */
    private static final long BYTES = 1L << 32;

    /** The columns of a problem that is to be solved by its parts. */
    static Optional<Columns> columns(Problem problem) {
        int d = problem.design().features();
        long n = problem.design().examples();
        return n <= MOST && RATIO * n <= d
                ? problem.design().columns(IntStream.range(0, d).toArray(), BYTES)
                : Optional.empty();
    }

    @Override
    public Part over(int[] variables, Separable p) {
        ColumnObjective part = loss.over(variables);
        return new Part(part, part, new Resting(p, dual.over(variables), bias));
    }

    /**
     * Bounds by the dual; where there is no dual point, what hardly falls any more is taken for a minimum, since what a part proves counts for nothing.
     */
    private static final class Resting implements Certifier {
        private static final double LITTLE = 0x1p-40;

        private final Separable p;
        private final ElasticDual dual;
        private final boolean bias;
        private double last = Double.POSITIVE_INFINITY;

        Resting(Separable p, ElasticDual dual, boolean bias) {
            this.p = p;
            this.dual = dual;
            this.bias = bias;
        }

        @Override
        public Bound bound(double[] x, Point point) {
            double gap = dual.at(p, bias, x, point).gap();
            boolean rests = !(last - point.value() > LITTLE * Math.abs(point.value()));
            last = point.value();
            return new Bound(Kind.DUALITY_GAP, rests ? 0 : gap);
        }
    }
}
