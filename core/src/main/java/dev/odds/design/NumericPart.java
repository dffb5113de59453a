package dev.odds.design;

import dev.odds.table.NumericColumn;

/** The values of a numeric column; where one is missing the fill stands in, and 0 where there is none. */
final class NumericPart implements Part {
    private final NumericTerm term;
    private final NumericColumn column;
    private final double fill;
    private final boolean zeros;
    private final long stored;

    /** Stores zeros too unless most values are zero: only a feature that is stored in full can be centred. */
    static NumericPart fitted(NumericTerm term, NumericColumn column, RowIndex rows) {
        NumericPart full = new NumericPart(term, column, true, 0);
        long zero = column.zeros();
        long missing = column.missing();
        if (rows.rows() != null) {
            zero = 0;
            missing = 0;
            for (int i = 0; i < rows.count(); i++) {
                double value = column.value(rows.row(i));
                zero += value == 0 ? 1 : 0;
                missing += Double.isNaN(value) ? 1 : 0;
            }
        }
        long nonzero = rows.count() - zero - (full.fill == 0 ? missing : 0);
        boolean zeros = nonzero * 2 > rows.count();
        return new NumericPart(
                term, column, zeros, (zeros ? rows.count() : nonzero) + (term.indicator() ? missing : 0));
    }

    /** Stores every value, so that what a row becomes depends on that row alone. */
    static NumericPart full(NumericTerm term, NumericColumn column) {
        return new NumericPart(term, column, true, column.rows());
    }

    private NumericPart(NumericTerm term, NumericColumn column, boolean zeros, long stored) {
        this.term = term;
        this.column = column;
        this.fill = Double.isNaN(term.fill()) ? 0 : term.fill();
        this.zeros = zeros;
        this.stored = stored;
    }

    /** The column if every feature is one of its numbers as it stands, else null. */
    NumericColumn unchanged() {
        return column.missing() == 0 && !term.indicator() ? column : null;
    }

    private double filled(double value) {
        return Double.isNaN(value) ? fill : value;
    }

    @Override
    public int features() {
        return term.indicator() ? 2 : 1;
    }

    @Override
    public long stored() {
        return stored;
    }

    @Override
    public boolean valued() {
        return true;
    }

    @Override
    public Gap gap(boolean[] usable) {
        if (!Double.isNaN(term.fill())) {
            return null;
        }
        long missing = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (column.missing(row)) {
                usable[row] = false;
                missing++;
            }
        }
        return missing == 0 ? null : new Gap(term.column(), missing, 0, null);
    }

    @Override
    public void dense(RowIndex rows, int first, int count, double[] out, int at, int stride) {
        for (int i = 0, to = at; i < count; i++, to += stride) {
            out[to] = filled(column.value(rows.row(first + i)));
        }
        if (term.indicator()) {
            for (int i = 0, to = at + 1; i < count; i++, to += stride) {
                out[to] = column.missing(rows.row(first + i)) ? 1 : 0;
            }
        }
    }

    @Override
    public void count(RowIndex rows, int first, int count, int[] counts) {
        for (int i = 0; i < count; i++) {
            double value = column.value(rows.row(first + i));
            counts[i + 1] += (zeros || filled(value) != 0 ? 1 : 0) + (term.indicator() && Double.isNaN(value) ? 1 : 0);
        }
    }

    @Override
    public void sparse(RowIndex rows, int first, int count, int feature, int[] next, int[] into, double[] out) {
        for (int i = 0; i < count; i++) {
            double value = column.value(rows.row(first + i));
            double x = filled(value);
            if (zeros || x != 0) {
                into[next[i]] = feature;
                out[next[i]++] = x;
            }
            if (term.indicator() && Double.isNaN(value)) {
                into[next[i]] = feature + 1;
                out[next[i]++] = 1;
            }
        }
    }
}
