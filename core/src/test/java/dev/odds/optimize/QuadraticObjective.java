package dev.odds.optimize;

import dev.odds.kernel.Cholesky;

/** x^T A x / 2 - b^T x, times a factor, plus a constant in which small differences drown. */
record QuadraticObjective(double[][] a, double[] b, double factor, double constant) implements Objective {
    QuadraticObjective(double[][] a, double[] b) {
        this(a, b, 1, 0);
    }

    @Override
    public int size() {
        return b.length;
    }

    @Override
    public Point at(double[] x, Need need) {
        double[] ax = product(x);
        double value = factor * (Vectors.dot(x, ax) / 2 - Vectors.dot(b, x)) + constant;
        return new At(this, value, Vectors.times(factor, Vectors.plus(ax, -1, b)));
    }

    private double[] product(double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            product[i] = Vectors.dot(a[i], x);
        }
        return product;
    }

    private record At(QuadraticObjective f, double value, double[] gradient) implements Point {
        @Override
        public Symmetric hessian() {
            Symmetric hessian = Symmetric.zero(f.size());
            for (int i = 0; i < f.size(); i++) {
                for (int j = 0; j <= i; j++) {
                    hessian.packed()[Cholesky.row(i) + j] = f.factor * f.a[i][j];
                }
            }
            return hessian;
        }

        @Override
        public void times(double[] v, double[] out) {
            System.arraycopy(Vectors.times(f.factor, f.product(v)), 0, out, 0, out.length);
        }

        @Override
        public double meanResidual() {
            return 0;
        }

        @Override
        public double pearson() {
            return 0;
        }
    }
}
