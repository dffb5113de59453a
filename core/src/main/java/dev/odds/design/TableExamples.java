package dev.odds.design;

import dev.odds.table.SparseRows;
import java.util.List;

/** The terms of a table over its columns, which are read where they lie. */
final class TableExamples implements Examples {
    /** The numbers of a tile, which is written part by part while it stays in the innermost cache. */
    private static final int TILE = 2048;

    private final List<Part> parts;
    private final RowIndex rows;
    private final boolean sparse;
    private final int features;
    private final boolean valued;
    private final MixedExamples mixed;
    private final StoredRows stored;
    private final boolean consumed;

    /**
     * Of these parts.
     *
     * @param mixed how to read them as numbers beside levels, or null
     */
    TableExamples(List<Part> parts, RowIndex rows, boolean sparse, MixedExamples mixed) {
        this(parts, rows, sparse, mixed, false);
    }

    private TableExamples(List<Part> parts, RowIndex rows, boolean sparse, MixedExamples mixed, boolean consumed) {
        this.parts = List.copyOf(parts);
        this.rows = rows;
        this.sparse = sparse;
        this.features = parts.stream().mapToInt(Part::features).sum();
        this.mixed = mixed;
        this.valued = parts.stream().anyMatch(Part::valued);
        this.stored = StoredRows.of(parts, rows);
        this.consumed = consumed;
    }

    /** The examples of a fit, stored as they cost the least arithmetic. */
    static TableExamples fitted(List<Part> parts, RowIndex rows) {
        int features = parts.stream().mapToInt(Part::features).sum();
        long stored = parts.stream().mapToLong(Part::stored).sum();
        boolean sparse = Examples.suitSparse(stored, (long) rows.count() * features, features);
        boolean mixed = sparse && TableMixture.suits(parts, rows, stored);
        return new TableExamples(parts, rows, sparse, mixed ? new TableMixture(parts, rows) : null);
    }

    @Override
    public long count() {
        return rows.count();
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public boolean isSparse() {
        return sparse;
    }

    @Override
    public Examples consumed() {
        return new TableExamples(parts, rows, sparse, mixed, true);
    }

    @Override
    public double[] take(long first, int count) {
        return consumed && stored != null ? stored.take(first, count) : Examples.super.take(first, count);
    }

    @Override
    public MixedExamples mixed() {
        return mixed;
    }

    @Override
    public void dense(long first, int count, double[] out, int stride) {
        if (stored != null) {
            stored.copy(first, count, out, stride);
            return;
        }
        int tile = Math.max(16, TILE / Math.max(1, stride));
        for (int start = 0; start < count; start += tile) {
            int length = Math.min(tile, count - start);
            int at = start * stride;
            for (Part part : parts) {
                part.dense(rows, (int) first + start, length, out, at, stride);
                at += part.features();
            }
        }
    }

    @Override
    public SparseRows sparse(long first, int count) {
        int[] starts = new int[count + 1];
        for (Part part : parts) {
            part.count(rows, (int) first, count, starts);
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        int[] indices = new int[starts[count]];
        double[] values = valued ? new double[starts[count]] : null;
        int[] next = starts.clone();
        int feature = 0;
        for (Part part : parts) {
            part.sparse(rows, (int) first, count, feature, next, indices, values);
            feature += part.features();
        }
        return new SparseRows(starts, indices, values);
    }
}
