package dev.odds.train;

import dev.odds.design.Scaling;
import dev.odds.kernel.Dyadic;
import java.io.Serializable;
import java.math.BigInteger;

/**
 * The stored columns as integers: X_ij = x_ij 2^-g_j, g_j the exponent of the lowest bit set anywhere in column j. The bias is
 * the last column, of ones. A vector v over the columns is held by integers too, V_j = v_j 2^g_j times a common positive number,
 * so that V^T X_i has the sign of v^T x_i.
 *
 * @param grain g_j, d + 1 numbers
 * @param largest the largest |x_ij| of each column, d + 1 numbers
 * @param unit 2^-g_j where all integers of the column are below 2^62, else 0
 */
record Lattice(int[] grain, double[] largest, double[] unit) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double NARROW = 0x1p62;

    /** Of columns with these grains and largest values, the bias not among them. */
    static Lattice of(int[] grains, double[] largest) {
        int d = grains.length;
        int[] grain = new int[d + 1];
        double[] most = new double[d + 1];
        double[] unit = new double[d + 1];
        for (int j = 0; j <= d; j++) {
            most[j] = j == d ? 1 : largest[j];
            grain[j] = most[j] == 0 || j == d ? 0 : grains[j];
            double scale = Math.scalb(1.0, -grain[j]);
            unit[j] = most[j] * scale < NARROW ? scale : 0;
        }
        return new Lattice(grain, most, unit);
    }

    /** Whether the integers of column j are below 2^62. */
    boolean isNarrow(int j) {
        return unit[j] != 0;
    }

    /** X of a narrow column. */
    long narrow(int j, double x) {
        return (long) (x * unit[j]);
    }

    /** X of any column. */
    BigInteger integer(int j, double x) {
        return isNarrow(j) ? BigInteger.valueOf(narrow(j, x)) : Dyadic.integer(x, grain[j]);
    }

    /** X modulo {@link Modular#PRIME}. */
    long residue(int j, double x) {
        return Modular.residue(Dyadic.significand(x), Dyadic.exponent(x) - grain[j]);
    }

    /** The largest |X| of column j. */
    BigInteger largestInteger(int j) {
        return integer(j, largest[j]);
    }

    /**
     * The same vector on the user's scale, integers again: theta_j = v_j scale_j, b = v_b - sum theta_j center_j.
     *
     * @param v V of the columns, of the bias too where there is one; not modified
     */
    BigInteger[] toUser(BigInteger[] v, Scaling scaling) {
        int d = scaling.features();
        int lowest = 0;
        for (int j = 0; j < d; j++) {
            if (v[j].signum() != 0) {
                lowest = Math.min(lowest, exponent(j, scaling) + Math.min(0, lowestBit(scaling.center()[j])));
            }
        }
        BigInteger[] user = new BigInteger[v.length];
        BigInteger bias = v.length > d ? v[d].shiftLeft(-lowest) : BigInteger.ZERO;
        for (int j = 0; j < d; j++) {
            user[j] = v[j].signum() == 0 ? v[j] : v[j].shiftLeft(exponent(j, scaling) - lowest);
            int bit = lowestBit(scaling.center()[j]);
            bias = bias.subtract(shifted(user[j].multiply(Dyadic.integer(scaling.center()[j], bit)), bit));
        }
        if (v.length > d) {
            user[d] = bias;
        }
        return user;
    }

    /** theta_j = V_j 2^exponent, but for the common number. */
    private int exponent(int j, Scaling scaling) {
        return Math.getExponent(scaling.scale()[j]) - grain[j];
    }

    private static int lowestBit(double x) {
        return x == 0 ? 0 : Dyadic.grain(x);
    }

    private static BigInteger shifted(BigInteger whole, int bits) {
        assert bits >= 0 || whole.signum() == 0 || whole.getLowestSetBit() >= -bits;
        return whole.shiftLeft(bits);
    }
}
