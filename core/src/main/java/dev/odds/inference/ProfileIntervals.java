package dev.odds.inference;

import dev.odds.design.Scaling;
import dev.odds.objective.Problem;
import dev.odds.train.Determined;
import dev.odds.train.Separation;
import dev.odds.train.Solution;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Profile-likelihood intervals of an unpenalised fit, on the user's scale: the values of a coefficient that the likelihood-ratio test
 * does not reject. See {@link Profile}. They need no normal approximation, do not depend on how the model is written, and exist where
 * labels are separated: an infinite estimate has one finite end as a rule, and the others are profiled with the infinite ones at
 * their limits. Six to fourteen Newton steps for an interval, O(n k^2 + k^3) each.
 */
public final class ProfileIntervals {
    private final Problem problem;
    private final Solution solution;
    private final Scaling scaling;
    private final double z;

    /**
     * Of a solution.
     *
     * @param solution of {@code problem}, without a penalty, proved
     * @param level the coverage, in (0, 1)
     */
    public ProfileIntervals(Problem problem, Solution solution, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "found the level %s; expected a number between 0 and 1".formatted(level));
        }
        Refits.check(solution);
        this.problem = problem;
        this.solution = solution;
        this.scaling = problem.design().scaling();
        this.z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }

    /**
     * An interval for each variable: the features, then the bias if there is one. NaN where others determine the variable; without ends
     * where the separated labels leave it open.
     */
    public List<Interval> all() {
        Interval[] intervals = new Interval[problem.size()];
        Arrays.fill(intervals, Interval.NONE);
        Separation separation = solution.separation();
        if (solution.factor() != null) {
            Refits part = Refits.ofRest(problem, solution);
            Profile profile = new Profile(part.space(), part.weight(), part.start(), part.value(), solution.factor());
            for (int j : solution.kept()) {
                if (!separation.columns().contains(j)) {
                    Interval stored = profile.interval(normal(j, part.space().kept()), z);
                    intervals[j] = toUser(j, stored);
                }
            }
        }
        if (!separation.columns().isEmpty()) {
            addInfinite(separation, intervals);
        }
        return List.of(intervals);
    }

    private void addInfinite(Separation separation, Interval[] intervals) {
        Refits whole =
                Refits.of(problem, solution, Determined.of(problem, solution).all());
        int[] among = whole.space().kept();
        for (int j : among) {
            intervals[j] = solution.isKept(j) ? intervals[j] : Interval.ALL;
        }
        for (int c = 0; c < separation.columns().size(); c++) {
            int j = separation.columns().get(c);
            int sign = separation.signs().get(c);
            if (Arrays.binarySearch(among, j) >= 0) {
                double end = new ProfileSearch(
                                whole.space(), whole.weight(), solution.value(), normal(j, among), -sign * z)
                        .fromNowhere(whole.start());
                double none = sign * Double.POSITIVE_INFINITY;
                intervals[j] = toUser(j, sign > 0 ? new Interval(end, none) : new Interval(none, end));
            }
        }
    }

    /** Stored variable j as a combination of some stored variables; the user's bias is b' - sum a_i theta'_i. */
    private double[] normal(int j, int[] among) {
        double[] normal = new double[among.length];
        for (int i = 0; i < among.length; i++) {
            boolean shift = j == scaling.features() && among[i] < j;
            normal[i] = among[i] == j ? 1 : shift ? -scaling.center()[among[i]] * scaling.scale()[among[i]] : 0;
        }
        return normal;
    }

    private Interval toUser(int j, Interval stored) {
        double scale = j < scaling.features() ? scaling.scale()[j] : 1;
        return new Interval(scale * stored.lower(), scale * stored.upper());
    }
}
