package dev.odds.cli;

import dev.odds.design.Encoding;
import dev.odds.design.Gap;
import dev.odds.model.Interval;
import dev.odds.model.Model;
import dev.odds.report.PredictionCsv;
import dev.odds.table.InputException;
import dev.odds.table.Schema;
import dev.odds.table.TablePiece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Predicts a file piece by piece, and counts the rows that cannot be.
 *
 * <p>Not thread-safe.
 */
final class Prediction implements Consumer<TablePiece> {
    private final Model model;
    private final PredictionCsv csv;
    private final double level;
    private final boolean keep;
    private final Progress progress;
    private final Map<String, ColumnGaps> gaps = new TreeMap<>();
    private long rows;
    private long without;

    /** How often a column had no value, and how often one that the model does not know. */
    private record ColumnGaps(long missing, long unknown, String level) {
        ColumnGaps plus(Gap gap, String text) {
            return new ColumnGaps(missing + gap.missing(), unknown + gap.unknown(), level == null ? text : level);
        }

        @Override
        public String toString() {
            String some = missing == 0 ? "" : "%d missing".formatted(missing);
            String other =
                    unknown == 0 ? "" : "%d of a level never seen in fitting, such as %s".formatted(unknown, level);
            return some + (some.isEmpty() || other.isEmpty() ? "" : " and ") + other;
        }
    }

    /**
     * Of a file.
     *
     * @param level the coverage of intervals, 0 for none
     */
    Prediction(Model model, PredictionCsv csv, double level, boolean keep, Progress progress) {
        this.model = model;
        this.csv = csv;
        this.level = level;
        this.keep = keep;
        this.progress = progress;
    }

    /** The columns to read. */
    Schema schema() {
        return new Schema(model.encoder().fields(), keep);
    }

    @Override
    public void accept(TablePiece piece) {
        Encoding encoding = model.encoder().encode(piece.rows());
        double[] probabilities = model.probabilities(encoding);
        Interval interval = level > 0 ? model.interval(encoding, level) : null;
        try {
            write(piece, probabilities, interval);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Gap gap : encoding.gaps()) {
            String text = piece.unknown().getOrDefault(gap.column(), Map.of()).keySet().stream()
                    .findFirst()
                    .orElse(gap.level());
            gaps.merge(gap.column(), new ColumnGaps(0, 0, null).plus(gap, text), (a, b) -> a.plus(gap, text));
        }
        progress.show("predicting  %d rows".formatted(rows));
    }

    /** Which rows got no probability, in a sentence; empty if all got one. */
    String gaps() {
        if (without == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder("%d of %d rows got no probability".formatted(without, rows));
        String between = ": ";
        for (Map.Entry<String, ColumnGaps> gap : gaps.entrySet()) {
            text.append(between).append(gap.getKey()).append(' ').append(gap.getValue());
            between = "; ";
        }
        return text.toString();
    }

    private void write(TablePiece piece, double[] probabilities, Interval interval) throws IOException {
        if (keep && piece.header().isEmpty()) {
            throw new InputException("sparse rows have no columns to keep; predict without --keep");
        }
        if (rows == 0) {
            csv.head(keep ? piece.header() : List.of());
        }
        for (int i = 0; i < probabilities.length; i++) {
            List<String> kept = keep ? piece.texts().get(i) : List.of();
            if (interval == null) {
                csv.row(kept, probabilities[i]);
            } else {
                csv.row(kept, probabilities[i], interval.lower()[i], interval.upper()[i]);
            }
            without += Double.isNaN(probabilities[i]) ? 1 : 0;
        }
        rows += probabilities.length;
    }
}
