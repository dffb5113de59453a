package dev.odds.train;

import dev.odds.design.Response;
import dev.odds.objective.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The limit of a fit along verified directions: the examples that a direction separates are fitted perfectly in the limit and
 * leave the loss; the others are fitted as they are.
 */
final class Limit {
    private final Problem problem;
    private final Map<Integer, Integer> signs = new TreeMap<>();
    private final List<double[]> directions = new ArrayList<>();
    private final BitSet separated = new BitSet();
    private Response rest;

    Limit(Problem problem) {
        this.problem = problem;
        this.rest = problem.response();
    }

    /** The problem over the examples that are left. */
    Problem rest() {
        return problem.with(rest);
    }

    /** Goes to the limit along a direction; whether examples of both labels, or any without a bias, are left to be fitted. */
    boolean follow(Direction direction) {
        note(direction.v());
        separated.or(direction.separated());
        rest = rest.without(direction.separated());
        boolean mixed = rest.successes() > 0 && rest.failures() > 0;
        if (problem.bias() && !mixed && rest.weight() > 0) {
            BigInteger[] bias = new BigInteger[problem.size()];
            Arrays.fill(bias, BigInteger.ZERO);
            bias[bias.length - 1] = BigInteger.valueOf(rest.successes() > 0 ? 1 : -1);
            note(bias);
        }
        return problem.bias() ? mixed : rest.weight() > 0;
    }

    /** A variable goes where the first direction that moves it leads. */
    private void note(BigInteger[] v) {
        for (int j = 0; j < v.length; j++) {
            if (v[j].signum() != 0) {
                signs.putIfAbsent(j, v[j].signum());
            }
        }
        directions.add(rounded(v));
    }

    /** The nearest doubles to v, less than two bits off, over a power of two above the largest. */
    private static double[] rounded(BigInteger[] v) {
        int most = Arrays.stream(v).mapToInt(BigInteger::bitLength).max().orElse(0);
        double[] rounded = new double[v.length];
        for (int j = 0; j < v.length; j++) {
            int shift = Math.max(0, v[j].bitLength() - 62);
            rounded[j] = Math.scalb((double) v[j].shiftRight(shift).longValueExact(), shift - most);
        }
        return rounded;
    }

    /** The verdict, once the fit of the rest has its certificate or not. */
    Separation separation(boolean finite) {
        if (signs.isEmpty()) {
            return Separation.of(finite ? Separation.Verdict.NONE : Separation.Verdict.UNDECIDED);
        }
        List<Integer> columns = new ArrayList<>(signs.keySet());
        return new Separation(
                Separation.Verdict.SEPARATED,
                columns,
                new ArrayList<>(signs.values()),
                directions,
                separated,
                complete());
    }

    /** Whether no example is left; with a bias one label alone is none, as the bias follows it. */
    private boolean complete() {
        return problem.bias() ? rest.successes() == 0 || rest.failures() == 0 : rest.weight() == 0;
    }
}
