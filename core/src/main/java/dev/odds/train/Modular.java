package dev.odds.train;

/** Arithmetic modulo the prime 2^31 - 1: a product of two residues fits a long, and 2^31 is 1. Residues are from 0 on. */
final class Modular {
    static final long PRIME = Integer.MAX_VALUE;

    private Modular() {}

    /** m 2^exponent. */
    static long residue(long m, int exponent) {
        return (Math.floorMod(m, PRIME) << Math.floorMod(exponent, 31)) % PRIME;
    }

    /** 1 / a, for an a that is not 0, by Euclid's algorithm. */
    static long inverse(long a) {
        long r = PRIME;
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
        return Math.floorMod(tNext, PRIME);
    }

    /**
     * The inverse of a square matrix by elimination, O(r^3), or null where it is singular.
     *
     * @param a residues; modified
     */
    static long[][] inverse(long[][] a) {
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
            long scale = inverse(a[j][j]);
            scale(a[j], scale);
            scale(b[j], scale);
            for (int i = 0; i < r; i++) {
                if (i != j && a[i][j] != 0) {
                    long times = PRIME - a[i][j];
                    add(a[i], times, a[j]);
                    add(b[i], times, b[j]);
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

    private static void scale(long[] row, long by) {
        for (int k = 0; k < row.length; k++) {
            row[k] = row[k] * by % PRIME;
        }
    }

    private static void add(long[] to, long times, long[] row) {
        for (int k = 0; k < to.length; k++) {
            to[k] = (to[k] + times * row[k]) % PRIME;
        }
    }
}
