package dev.odds.inference;

import dev.odds.design.Span;
import dev.odds.kernel.Cholesky;
import dev.odds.objective.Problem;
import dev.odds.optimize.Scoring;
import dev.odds.train.Determined;
import dev.odds.train.NullModel;
import dev.odds.train.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tests of an unpenalised fit by refits. The likelihood-ratio statistic of a term is twice the log-likelihood that the model without
 * it has less (S. S. Wilks, Annals of Mathematical Statistics 9, 1938), all other terms kept: type II where there are no interactions.
 * Separated labels have a largest likelihood too, in the limit, so that these tests hold where Wald's fail.
 */
public final class LikelihoodTests {
    private final Problem problem;
    private final Solution solution;
    private final Determined determined;

    /**
     * Of a solution.
     *
     * @param solution of {@code problem}, without a penalty, proved
     */
    public LikelihoodTests(Problem problem, Solution solution) {
        Refits.check(solution);
        this.problem = problem;
        this.solution = solution;
        this.determined = Determined.of(problem, solution);
    }

    /**
     * The likelihood-ratio test of all features together, against the bias and the offsets alone. Nothing is refitted, but for Firth's
     * likelihood, whose penalty is that of the whole model in every refit.
     */
    public TermTest whole() {
        if (problem.penalty().firth()) {
            return terms(List.of(new Span("model", 0, problem.design().features(), false)))
                    .get(0);
        }
        double statistic = 2 * problem.response().weight() * (solution.nullLoss() - solution.loss());
        return TermTest.of("model", features(), Math.max(0, statistic));
    }

    /**
     * The score test of all features together: g^T (W H)^-1 g with the gradient g of the log-likelihood and W H where only the bias is
     * fitted (C. R. Rao, Proceedings of the Cambridge Philosophical Society 44, 1948). One reading with a Hessian, after those that
     * find the bias.
     */
    public TermTest score() {
        double weight = problem.response().weight();
        Refits all = Refits.of(problem, solution, determined.all());
        double[] start = new double[all.start().length];
        if (problem.bias()) {
            start[start.length - 1] = NullModel.of(problem).bias();
        }
        double decrement = Scoring.minimise(all.space(), start, 0, 0).decrement();
        return TermTest.of("model", features(), weight * decrement);
    }

    private int features() {
        return determined.all().length - (problem.bias() ? 1 : 0);
    }

    /**
     * The likelihood-ratio test of each term, given all others. A refit each, of three Newton steps as a rule: O(n k^2 + k^3).
     *
     * @param terms which features belong together
     * @return a test for each, with as many degrees of freedom as the model without it has coefficients less
     */
    public List<TermTest> terms(List<Span> terms) {
        List<TermTest> tests = new ArrayList<>(terms.size());
        for (Span term : terms) {
            int[] rest = determined.without(term.from(), term.to());
            int df = determined.all().length - rest.length;
            tests.add(TermTest.of(term.column(), df, df == 0 ? 0 : deviance(rest, term)));
        }
        return List.copyOf(tests);
    }

    private double deviance(int[] rest, Span term) {
        Refits without = Refits.of(problem, solution, rest);
        double[] start = solution.separation().columns().isEmpty() ? nearby(without, term) : without.start();
        double tolerance = Profile.FINE / without.weight();
        Scoring.Minimum refit = Scoring.minimise(without.space(), start, tolerance, Profile.STEPS);
        return Profile.deviance(refit, without.weight(), solution.value());
    }

    /**
     * Where a parabola with the Hessian of the solution has its minimum without some features h: x - C_h C_hh^-1 x_h, C the inverse of
     * that Hessian. O(m k^2) for m features.
     */
    private double[] nearby(Refits without, Span term) {
        int[] kept = solution.kept();
        int[] held = IntStream.range(0, kept.length)
                .filter(i -> kept[i] >= term.from() && kept[i] < term.to())
                .toArray();
        double[] x = Refits.of(problem, solution, kept).start();
        double[] moved = x.clone();
        double[] columns = columns(held);
        double[] multipliers = multipliers(columns, held, x);
        for (int i = 0; i < moved.length; i++) {
            for (int h = 0; h < held.length; h++) {
                moved[i] = Math.fma(-multipliers[h], columns[h * moved.length + i], moved[i]);
            }
        }
        double[] all = new double[problem.size()];
        for (int i = 0; i < kept.length; i++) {
            all[kept[i]] = moved[i];
        }
        return without.space().select(all);
    }

    /** Columns of (W H)^-1, one after another. */
    private double[] columns(int[] held) {
        int k = solution.kept().length;
        double[] columns = new double[held.length * k];
        for (int h = 0; h < held.length; h++) {
            double[] unit = new double[k];
            unit[held[h]] = 1;
            Cholesky.forward(solution.factor(), k, unit);
            Cholesky.backward(solution.factor(), k, unit);
            System.arraycopy(unit, 0, columns, h * k, k);
        }
        return columns;
    }

    /** C_hh^-1 x_h. */
    private static double[] multipliers(double[] columns, int[] held, double[] x) {
        int m = held.length;
        double[] block = new double[Cholesky.row(m)];
        double[] multipliers = new double[m];
        for (int a = 0; a < m; a++) {
            multipliers[a] = x[held[a]];
            for (int b = 0; b <= a; b++) {
                block[Cholesky.row(a) + b] = columns[a * x.length + held[b]];
            }
        }
        Cholesky.factor(block, m, 0, new boolean[m]);
        Cholesky.forward(block, m, multipliers);
        Cholesky.backward(block, m, multipliers);
        return multipliers;
    }
}
