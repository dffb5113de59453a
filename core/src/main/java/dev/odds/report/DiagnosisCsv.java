package dev.odds.report;

import dev.odds.Diagnosis;
import dev.odds.table.InputException;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The diagnosis of each row as CSV (RFC 4180, but lines end in LF): the columns of the input if they are kept, then {@code
 * probability,pearson,deviance,leverage,cooks,devianceChange} and, if asked for, a column {@code dfbetas:NAME} for each coefficient. A
 * field is empty where there is nothing to tell.
 *
 * <p>Not thread-safe.
 */
public final class DiagnosisCsv {
    private static final List<String> COLUMNS =
            List.of("probability", "pearson", "deviance", "leverage", "cooks", "devianceChange");

    private final Writer out;
    private final Diagnosis diagnosis;
    private final boolean dfbetas;

    /** Writes nothing yet. */
    public DiagnosisCsv(Writer out, Diagnosis diagnosis, boolean dfbetas) {
        this.out = out;
        this.diagnosis = diagnosis;
        this.dfbetas = dfbetas;
    }

    /**
     * Writes the head.
     *
     * @param kept the names of the input's columns, none if they are not kept
     * @throws InputException if one of them has the name of a column of the diagnosis
     */
    public void head(List<String> kept) throws IOException {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (dfbetas) {
            diagnosis.model().names().forEach(name -> columns.add("dfbetas:" + name));
        }
        for (String name : kept) {
            if (columns.contains(name)) {
                throw new InputException(
                        "the input has a column %s itself; rename it, or diagnose without --keep".formatted(name));
            }
        }
        columns.addAll(0, kept);
        out.append(String.join(",", columns.stream().map(Fields::quoted).toList()))
                .append('\n');
    }

    /**
     * Writes one row.
     *
     * @param kept the fields of the input's row, none if they are not kept
     * @param row its place, from 0
     */
    public void row(List<String> kept, int row) throws IOException {
        for (String field : kept) {
            out.append(Fields.quoted(field)).append(',');
        }
        Diagnosis.Row told = diagnosis.row(row);
        out.append(Fields.number(told.probability())).append(',');
        out.append(Fields.number(told.pearson())).append(',');
        out.append(Fields.number(told.deviance())).append(',');
        out.append(Fields.number(told.leverage())).append(',');
        out.append(Fields.number(told.cook())).append(',');
        out.append(Fields.number(told.devianceChange()));
        if (dfbetas) {
            for (double value : diagnosis.dfbetas(row)) {
                out.append(',').append(Fields.number(value));
            }
        }
        out.append('\n');
    }
}
