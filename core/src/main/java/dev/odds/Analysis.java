package dev.odds;

import dev.odds.design.Encoded;
import dev.odds.inference.Fitted;
import dev.odds.objective.Problem;
import java.util.Optional;

/**
 * A fit together with the data that it was fitted to, for all that statistics asks of both. It holds X; {@link Fit} does not.
 */
public final class Analysis {
    private final Encoded data;
    private final Problem problem;
    private final Optimum optimum;
    private final Fit fit;

    Analysis(Encoded data, Problem problem, Optimum optimum, Fit fit) {
        this.data = data;
        this.problem = problem;
        this.optimum = optimum;
        this.fit = fit;
    }

    /** The fit. */
    public Fit fit() {
        return fit;
    }

    /** How rows became examples. */
    public Encoded data() {
        return data;
    }

    /** What was minimised. */
    public Problem problem() {
        return problem;
    }

    /** What statistics start from; none where there is a penalty, no proof, or nothing finite is left to be estimated. */
    public Optional<Fitted> fitted() {
        return optimum.solution().factor() == null
                ? Optional.empty()
                : Optional.of(new Fitted(problem, optimum.solution()));
    }
}
