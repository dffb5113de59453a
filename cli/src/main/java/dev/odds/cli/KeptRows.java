package dev.odds.cli;

import dev.odds.report.DiagnosisCsv;
import dev.odds.table.InputException;
import dev.odds.table.TablePiece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the diagnosis of each row behind its fields, piece by piece.
 *
 * <p>Not thread-safe.
 */
final class KeptRows implements Consumer<TablePiece> {
    private final DiagnosisCsv csv;
    private int rows;

    KeptRows(DiagnosisCsv csv) {
        this.csv = csv;
    }

    @Override
    public void accept(TablePiece piece) {
        if (piece.header().isEmpty()) {
            throw new InputException("sparse rows have no columns to keep; diagnose without --keep");
        }
        try {
            if (rows == 0) {
                csv.head(piece.header());
            }
            for (List<String> fields : piece.texts()) {
                csv.row(fields, rows++);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
