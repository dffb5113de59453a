package dev.odds.table;

import java.util.Arrays;

/** The numbers of a piece, row after row in blocks of {@link NumberBlocks#ROWS}, which {@link NumberJoin} takes away. */
final class PieceNumbers {
    private final int stride;
    private double[][] blocks;

    /** Room for so many rows of so many numbers. */
    PieceNumbers(int stride, int capacity) {
        this.stride = stride;
        int count = stride == 0 ? 0 : blocks(capacity);
        blocks = new double[count][];
        for (int b = 0; b < count; b++) {
            blocks[b] = new double[Math.multiplyExact(NumberBlocks.ROWS, stride)];
        }
    }

    static int blocks(int rows) {
        return (rows + NumberBlocks.ROWS - 1) / NumberBlocks.ROWS;
    }

    int stride() {
        return stride;
    }

    double[] block(int row) {
        return blocks[row / NumberBlocks.ROWS];
    }

    int position(int row, int slot) {
        return row % NumberBlocks.ROWS * stride + slot;
    }

    /** The numbers of the piece alone. */
    NumberBlocks of(int rows) {
        return new NumberBlocks(blocks, rows, stride);
    }

    /** Its blocks, of which nothing is kept. */
    double[][] take(int rows) {
        double[][] taken = stride == 0 ? blocks : Arrays.copyOf(blocks, blocks(rows));
        blocks = null;
        return taken;
    }
}
