package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiftingTest {
    @Test
    void solutionsAreExactWhateverTheirSize() {
        int solved = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int r = 1 + random.nextInt(12);
            int bits = 1 + random.nextInt(90);
            BigInteger[][] a = new BigInteger[r][r];
            BigInteger[] b = new BigInteger[r];
            for (int i = 0; i < r; i++) {
                for (int j = 0; j < r; j++) {
                    a[i][j] = signed(bits, random).add(BigInteger.valueOf(i == j ? 7 : 0));
                }
                b[i] = signed(bits, random);
            }
            BigInteger[] y = Lifting.solve(a, b);
            if (y == null) {
                continue;
            }
            solved++;
            assertEquals(1, y[r].signum(), "seed " + seed);
            for (int i = 0; i < r; i++) {
                BigInteger sum = BigInteger.ZERO;
                for (int j = 0; j < r; j++) {
                    sum = sum.add(a[i][j].multiply(y[j]));
                }
                assertEquals(b[i].multiply(y[r]), sum, "seed " + seed + ", row " + i);
            }
        }
        assertTrue(solved > 180, "only singular systems may go unsolved: " + solved);
    }

    @Test
    void knownFractions() {
        BigInteger[][] a = {{big(2), big(1)}, {big(1), big(3)}};
        BigInteger[] y = Lifting.solve(a, new BigInteger[] {big(1), big(-1)});
        assertEquals(big(4).multiply(y[2]), y[0].multiply(big(5)));
        assertEquals(big(-3).multiply(y[2]), y[1].multiply(big(5)));
        assertNull(Lifting.solve(new BigInteger[][] {{big(1), big(2)}, {big(2), big(4)}}, new BigInteger[] {
            big(1), big(2)
        }));
    }

    @Test
    void inversesModuloThePrime() {
        Random random = new Random(4);
        for (int k = 0; k < 1000; k++) {
            long a = 1 + random.nextInt(Integer.MAX_VALUE - 1);
            assertEquals(1, a * Modular.inverse(a) % Modular.PRIME, "seed 4, of " + a);
        }
        assertEquals(1, Modular.residue(1, 31));
        assertEquals(Modular.PRIME - 3, Modular.residue(-3, 0));
        assertEquals(6, Modular.residue(Modular.residue(3, -30), 31));
    }

    private static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }

    private static BigInteger signed(int bits, Random random) {
        BigInteger x = new BigInteger(bits, random);
        return random.nextBoolean() ? x : x.negate();
    }
}
