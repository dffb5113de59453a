package dev.odds.model;

import dev.odds.design.Examples;
import dev.odds.table.SparseRows;

/** Reads examples one after another, some at a time. */
final class EachExample {
    private static final int CELLS = 1 << 16;

    private EachExample() {}

    /** Told of one example. */
    @FunctionalInterface
    interface Visitor {
        /**
         * The entries [at, at + length).
         *
         * @param index their features, or null where all d stand in order
         * @param x their values, or null where every one is 1; not modified
         */
        void example(int example, int[] index, double[] x, int at, int length);
    }

    static void visit(Examples examples, Visitor visitor) {
        int d = examples.features();
        int n = (int) examples.count();
        int rows = Math.min(1024, 1 + CELLS / d);
        double[] x = examples.isSparse() ? null : new double[rows * d];
        for (int first = 0; first < n; first += rows) {
            int count = Math.min(rows, n - first);
            if (x == null) {
                sparse(examples.sparse(first, count), first, visitor);
            } else {
                examples.dense(first, count, x, d);
                for (int i = 0; i < count; i++) {
                    visitor.example(first + i, null, x, i * d, d);
                }
            }
        }
    }

    private static void sparse(SparseRows rows, int first, Visitor visitor) {
        for (int i = 0; i < rows.rows(); i++) {
            int from = rows.starts()[i];
            visitor.example(first + i, rows.indices(), rows.values(), from, rows.starts()[i + 1] - from);
        }
    }
}
