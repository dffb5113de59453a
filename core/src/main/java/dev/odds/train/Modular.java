package dev.odds.train;

/** Arithmetic modulo a prime below 2^31. */
final class Modular {
    private Modular() {}

    /** 1 / a, for a from 1 to prime - 1, by Euclid's algorithm. */
    static long inverse(long a, long prime) {
        long r = prime;
        long next = a;
        long t = 0;
        long tNext = 1;
        while (next != 1) {
            long quotient = r / next;
            long rest = r - quotient * next;
            r = next;
            next = rest;
            long previous = t;
            t = tNext;
            tNext = previous - quotient * tNext;
        }
        return Math.floorMod(tNext, prime);
    }

    /**
     * The inverse of a square matrix by elimination, O(r^3), or null where it is singular.
     *
     * @param a residues; modified
     */
    static long[][] inverse(long[][] a, long prime) {
        int r = a.length;
        long[][] b = new long[r][r];
        for (int i = 0; i < r; i++) {
            b[i][i] = 1;
        }
        for (int j = 0; j < r; j++) {
            int pivot = j;
            while (pivot < r && a[pivot][j] == 0) {
                pivot++;
            }
            if (pivot == r) {
                return null;
            }
            swap(a, j, pivot);
            swap(b, j, pivot);
            long scale = inverse(a[j][j], prime);
            scale(a[j], scale, prime);
            scale(b[j], scale, prime);
            for (int i = 0; i < r; i++) {
                if (i != j && a[i][j] != 0) {
                    long times = prime - a[i][j];
                    add(a[i], times, a[j], prime);
                    add(b[i], times, b[j], prime);
                }
            }
        }
        return b;
    }

    private static void swap(long[][] a, int i, int k) {
        long[] row = a[i];
        a[i] = a[k];
        a[k] = row;
    }

    private static void scale(long[] row, long by, long prime) {
        for (int k = 0; k < row.length; k++) {
            row[k] = row[k] * by % prime;
        }
    }

    private static void add(long[] to, long times, long[] row, long prime) {
        for (int k = 0; k < to.length; k++) {
            to[k] = (to[k] + times * row[k]) % prime;
        }
    }
}
