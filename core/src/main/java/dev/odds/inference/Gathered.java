package dev.odds.inference;

import dev.odds.design.Sum;
import java.io.Serializable;
import java.util.ArrayList;

/** Numbers of each example, gathered wherever the examples are. */
final class Gathered implements Sum<Gathered> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Piece> pieces = new ArrayList<>();

    /** The numbers of consecutive examples, column after column. */
    private record Piece(int from, double[][] columns) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Adds columns for the examples from {@code from} on; held, not copied. */
    void add(int from, double[][] columns) {
        pieces.add(new Piece(from, columns));
    }

    @Override
    public void merge(Gathered other) {
        pieces.addAll(other.pieces);
    }

    /** So many columns over all n examples. */
    double[][] columns(int count, int n) {
        double[][] whole = new double[count][n];
        for (Piece piece : pieces) {
            for (int c = 0; c < count; c++) {
                System.arraycopy(piece.columns[c], 0, whole[c], piece.from, piece.columns[c].length);
            }
        }
        return whole;
    }
}
