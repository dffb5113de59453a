package dev.odds.train;

import dev.odds.design.Block;
import dev.odds.design.Slice;
import dev.odds.design.Step;
import dev.odds.kernel.Dyadic;
import java.math.BigInteger;

/**
 * The sign of v^T x~_i for every example: by floating point where its error bound allows, else by integers.
 *
 * <p>With |v_j x_ij| summing to at most R over j for whatever example, the computed sum is off by less than (d + 6) 2^-50 (1 + R):
 * rounding of v, of products and of sums, and one subnormal per term. Columns far from 1 in size do not overflow, since v is
 * scaled so that no |v_j x_ij| is above 1.
 *
 * @param v the vector as doubles, on the stored scale
 * @param bound what the computed sums may be off by
 * @param whole the vector in the integers of the lattice
 * @param narrow the same as longs where no sum can pass 2^62, else null
 */
record ExactCheck(double[] v, double bound, BigInteger[] whole, long[] narrow, Lattice lattice)
        implements Step<ExactSigns> {
    private static final long serialVersionUID = 1L;

    /** Of a vector in the integers of the lattice. */
    static ExactCheck of(BigInteger[] whole, Lattice lattice) {
        int size = whole.length;
        BigInteger reach = BigInteger.ZERO;
        int bits = 0;
        for (int j = 0; j < size; j++) {
            BigInteger most = whole[j].abs().multiply(lattice.largestInteger(j));
            reach = reach.add(most);
            bits = Math.max(bits, most.bitLength());
        }
        double[] v = new double[size];
        double sum = 1;
        for (int j = 0; j < size; j++) {
            v[j] = Dyadic.scaled(whole[j], -lattice.grain()[j] - bits);
            sum += Math.abs(v[j]) * lattice.largest()[j];
        }
        return new ExactCheck(v, (size + 5) * 0x1p-50 * sum, whole, narrow(whole, lattice, reach), lattice);
    }

    private static long[] narrow(BigInteger[] whole, Lattice lattice, BigInteger reach) {
        if (reach.bitLength() > 62) {
            return null;
        }
        long[] narrow = new long[whole.length];
        for (int j = 0; j < narrow.length; j++) {
            if (whole[j].signum() != 0 && !lattice.isNarrow(j)) {
                return null;
            }
            narrow[j] = whole[j].signum() == 0 || lattice.largest()[j] == 0 ? 0 : whole[j].longValueExact();
        }
        return narrow;
    }

    @Override
    public void add(Block block, Slice y, ExactSigns into) {
        int d = block.features();
        int n = block.examples();
        double bias = v.length > d ? v[d] : 0;
        int[] index = new int[d];
        double[] value = new double[d];
        double[] z = new double[n];
        block.logits(0, n, v, v.length, 1, z);
        for (int i = 0; i < n; i++) {
            double success = y.success()[y.from() + i];
            double failure = y.failure()[y.from() + i];
            double logit = z[i] + bias;
            boolean certain = Math.abs(logit) > bound;
            if (success == 0 && failure == 0) {
                into.pass();
                continue;
            }
            int count = certain ? 0 : block.entries(i, index, value);
            int sign = certain ? (int) Math.signum(logit) : sign(count, index, value);
            if (sign == 0) {
                into.pass();
            } else if (sign > 0 ? failure == 0 : success == 0) {
                into.separated();
            } else {
                into.violated();
            }
        }
    }

    private int sign(int count, int[] index, double[] value) {
        int bias = lattice.grain().length - 1;
        if (narrow != null) {
            long sum = narrow.length > bias ? narrow[bias] : 0;
            for (int p = 0; p < count; p++) {
                long times = narrow[index[p]];
                sum += times == 0 ? 0 : times * lattice.narrow(index[p], value[p]);
            }
            return Long.signum(sum);
        }
        BigInteger sum = whole.length > bias ? whole[bias] : BigInteger.ZERO;
        for (int p = 0; p < count; p++) {
            int j = index[p];
            if (whole[j].signum() != 0 && value[p] != 0) {
                sum = sum.add(whole[j].multiply(lattice.integer(j, value[p])));
            }
        }
        return sum.signum();
    }
}
