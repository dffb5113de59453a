package dev.odds.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the numbers of pieces. The blocks of a piece stay as they are where the rows before it fill whole blocks, as they do
 * where no blank line or line end within quotes disturbs the cutting of the text; else they are copied.
 */
final class NumberJoin {
    private final int stride;
    private final List<double[]> blocks = new ArrayList<>();
    private int rows;

    NumberJoin(int stride) {
        this.stride = stride;
    }

    /** Takes the numbers of the next piece. */
    void add(PieceNumbers piece, int count) {
        double[][] taken = piece.take(count);
        if (rows % NumberBlocks.ROWS == 0) {
            blocks.addAll(List.of(taken));
        } else {
            copy(taken, count);
        }
        rows += count;
    }

    private void copy(double[][] from, int count) {
        int filled = rows % NumberBlocks.ROWS;
        int room = NumberBlocks.ROWS - filled;
        for (int b = 0; b < from.length; b++) {
            int here = Math.min(NumberBlocks.ROWS, count - b * NumberBlocks.ROWS);
            int fits = Math.min(here, room);
            System.arraycopy(from[b], 0, blocks.get(blocks.size() - 1), filled * stride, fits * stride);
            if (here >= room) {
                double[] next = new double[NumberBlocks.ROWS * stride];
                System.arraycopy(from[b], fits * stride, next, 0, (here - fits) * stride);
                blocks.add(next);
            }
            from[b] = null;
        }
    }

    NumberBlocks joined() {
        return new NumberBlocks(blocks.toArray(double[][]::new), rows, stride);
    }
}
