package dev.odds.train;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The exact solution of an integer system A y = b, by digits modulo powers of a prime p and from them the fractions (Dixon,
 * Numerische Mathematik 40, 1982). O(r^3) modulo p, then O(r^2) big additions a digit; as many digits as the solution has. Gaussian
 * elimination on fractions was rejected: its numbers grow with every row, even where the solution is small.
 */
final class Lifting {
    private static final BigInteger PRIME = BigInteger.valueOf(Modular.PRIME);
    /** Beyond that many multiplications, some seconds, the solution is not sought. */
    private static final long MOST_WORK = 20_000_000;

    private final BigInteger[][] a;
    private final BigInteger[] b;
    private final long[][] inverse;
    private final BigInteger[] lifted;
    private BigInteger power = BigInteger.ONE;

    private Lifting(BigInteger[][] a, BigInteger[] b, long[][] inverse) {
        this.a = a;
        this.b = b;
        this.inverse = inverse;
        this.lifted = new BigInteger[b.length];
        Arrays.fill(lifted, BigInteger.ZERO);
    }

    /**
     * Solves.
     *
     * @param a r x r, invertible modulo p
     * @param b r numbers
     * @return r numerators and then their denominator, above 0; null where A is singular modulo p or the work too much
     */
    static BigInteger[] solve(BigInteger[][] a, BigInteger[] b) {
        int r = b.length;
        long[][] residues = new long[r][r];
        for (int i = 0; i < r; i++) {
            for (int j = 0; j < r; j++) {
                residues[i][j] = a[i][j].mod(PRIME).longValue();
            }
        }
        long[][] inverse = Modular.inverse(residues);
        return inverse == null ? null : new Lifting(a, b, inverse).solve();
    }

    private BigInteger[] solve() {
        BigInteger[] rest = b.clone();
        long terms = 1
                + Arrays.stream(a)
                        .flatMap(Arrays::stream)
                        .filter(x -> x.signum() != 0)
                        .count();
        int attempt = 2;
        for (int digits = 1; digits * terms <= MOST_WORK; digits++) {
            lift(rest);
            if (digits == attempt) {
                BigInteger[] solution = fractions();
                if (solution != null && solves(solution)) {
                    return solution;
                }
                attempt *= 2;
            }
        }
        return null;
    }

    /** One more digit: rest = (rest - A digit) / p. */
    private void lift(BigInteger[] rest) {
        int r = rest.length;
        long[] residue = new long[r];
        for (int i = 0; i < r; i++) {
            residue[i] = rest[i].mod(PRIME).longValue();
        }
        BigInteger[] digit = new BigInteger[r];
        for (int i = 0; i < r; i++) {
            long sum = 0;
            for (int j = 0; j < r; j++) {
                sum = (sum + inverse[i][j] * residue[j]) % Modular.PRIME;
            }
            digit[i] = BigInteger.valueOf(sum);
            lifted[i] = lifted[i].add(power.multiply(digit[i]));
        }
        power = power.multiply(PRIME);
        for (int i = 0; i < r; i++) {
            rest[i] = rest[i].subtract(product(a[i], digit)).divide(PRIME);
        }
    }

    private static BigInteger product(BigInteger[] row, BigInteger[] by) {
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j < row.length; j++) {
            if (row[j].signum() != 0) {
                sum = sum.add(row[j].multiply(by[j]));
            }
        }
        return sum;
    }

    /** The numbers modulo {@code power} as fractions of one denominator, all below the root of half the power; else null. */
    private BigInteger[] fractions() {
        BigInteger limit = power.shiftRight(1).sqrt();
        BigInteger denominator = BigInteger.ONE;
        int r = lifted.length;
        for (int i = 0; i < r && denominator.compareTo(limit) <= 0; i++) {
            BigInteger numerator = symmetric(lifted[i].multiply(denominator));
            if (numerator.abs().compareTo(limit) > 0) {
                denominator = denominator.multiply(denominator(numerator, limit));
            }
        }
        if (denominator.compareTo(limit) > 0) {
            return null;
        }
        BigInteger[] solution = new BigInteger[r + 1];
        for (int i = 0; i < r; i++) {
            solution[i] = symmetric(lifted[i].multiply(denominator));
        }
        solution[r] = denominator;
        return solution;
    }

    private BigInteger symmetric(BigInteger x) {
        BigInteger rest = x.mod(power);
        return rest.shiftLeft(1).compareTo(power) > 0 ? rest.subtract(power) : rest;
    }

    /** The denominator of the fraction that is x modulo {@code power}: Euclid's algorithm halfway (Wang, SYMSAC 1981). */
    private BigInteger denominator(BigInteger x, BigInteger limit) {
        BigInteger r = power;
        BigInteger next = x.mod(power);
        BigInteger t = BigInteger.ZERO;
        BigInteger tNext = BigInteger.ONE;
        while (next.compareTo(limit) > 0) {
            BigInteger[] division = r.divideAndRemainder(next);
            r = next;
            next = division[1];
            BigInteger previous = t;
            t = tNext;
            tNext = previous.subtract(division[0].multiply(tNext));
        }
        return tNext.abs();
    }

    private boolean solves(BigInteger[] solution) {
        int r = b.length;
        for (int i = 0; i < r; i++) {
            if (!product(a[i], solution).equals(b[i].multiply(solution[r]))) {
                return false;
            }
        }
        return true;
    }
}
