package dev.odds.design;

import dev.odds.table.InputException;

/** Labels and weights of the rows that count. */
final class Responses {
    private Responses() {}

    static void checkWeights(double[] weights, String column, String source) {
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0 && weights[row] <= Double.MAX_VALUE)) {
                String found = Double.isNaN(weights[row]) ? "no weight" : "weight " + Numbers.text(weights[row]);
                throw new InputException("%s: column %s, row %d: found %s, expected a finite number of at least 0"
                        .formatted(source, column, row + 1, found));
            }
        }
    }

    /**
     * The response of the examples.
     *
     * @param labels 0 or 1, one per row; nothing branches by them, which a CPU would guess wrong half the time
     * @param weights one per row, or null for 1
     * @param offsets one per row, or null for none
     */
    static ArrayResponse of(byte[] labels, double[] weights, double[] offsets, RowIndex rows) {
        double[] success = new double[rows.count()];
        double[] failure = new double[rows.count()];
        double[] offset = offsets == null ? null : new double[rows.count()];
        int ones = 0;
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.row(i);
            ones += labels[row];
            double weight = weights == null ? 1 : weights[row];
            success[i] = labels[row] * weight;
            failure[i] = (1 - labels[row]) * weight;
            if (offset != null) {
                offset[i] = offsets[row];
            }
        }
        return weights == null
                ? new ArrayResponse(success, failure, offset, ones, rows.count() - ones)
                : ArrayResponse.weighted(success, failure, offset);
    }
}
