package dev.odds.table;

/**
 * The numbers of several columns over the same rows: row after row, in blocks of {@value #ROWS} rows, as a design will hold
 * them. A column's place within a row is its slot.
 *
 * <p>Whoever owns the table may {@link #take} its blocks, which spares a copy of all numbers; a block that was taken can no longer
 * be read.
 */
public final class NumberBlocks {
    /** The rows of a block, but of the last one. */
    public static final int ROWS = 1 << 8;

    private final double[][] blocks;
    private final int rows;
    private final int stride;
    private final int shift;

    /**
     * Of blocks of 2^shift rows each; a shift of 31 is one block.
     *
     * @param blocks held, not copied
     */
    private NumberBlocks(double[][] blocks, int rows, int stride, int shift) {
        this.blocks = blocks;
        this.rows = rows;
        this.stride = stride;
        this.shift = shift;
    }

    /** Blocks of {@link #ROWS} rows. */
    NumberBlocks(double[][] blocks, int rows, int stride) {
        this(blocks, rows, stride, Integer.numberOfTrailingZeros(ROWS));
    }

    /** One column, all of it one block; held, not copied. */
    static NumberBlocks of(double[] values) {
        return new NumberBlocks(new double[][] {values}, values.length, 1, Integer.SIZE - 1);
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The distance between two rows of a block. */
    public int stride() {
        return stride;
    }

    /** Whether every block but the last has {@link #ROWS} rows. */
    public boolean isBlocked() {
        return 1 << shift == ROWS;
    }

    /**
     * Row r of a block from r times the stride on; not to be modified.
     *
     * @throws IllegalStateException if the block was taken
     */
    public double[] block(int index) {
        double[] block = blocks[index];
        if (block == null) {
            throw new IllegalStateException(
                    "the numbers of this table were handed over to a fit that consumed them; read the table anew, or fit without consuming it");
        }
        return block;
    }

    /** The block, which the caller may overwrite, and nobody can read here any more. */
    public double[] take(int index) {
        double[] block = block(index);
        blocks[index] = null;
        return block;
    }

    /** The numbers of one column, one per row; a copy. */
    double[] column(int slot) {
        if (stride == 1 && !isBlocked()) {
            return block(0).clone();
        }
        double[] values = new double[rows];
        int from = 0;
        for (int b = 0; from < rows; b++) {
            int to = (int) Math.min(rows, from + (1L << shift));
            copy(block(b), slot, values, from, to);
            from = to;
        }
        return values;
    }

    private void copy(double[] block, int slot, double[] values, int from, int to) {
        for (int row = from, at = slot; row < to; row++, at += stride) {
            values[row] = block[at];
        }
    }

    double at(int row, int slot) {
        int within = row & ((1 << shift) - 1);
        return block(row >>> shift)[within * stride + slot];
    }
}
