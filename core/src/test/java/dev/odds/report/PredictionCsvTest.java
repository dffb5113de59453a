package dev.odds.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.odds.design.Labelling;
import dev.odds.design.Target;
import dev.odds.table.InputException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionCsvTest {
    private static final Labelling LABELS =
            new Labelling(Target.parse("y", List.of("y")), "yes, \"sure\"", "no", false);

    @Test
    void fieldsAreQuotedWhereTheyMustBe() throws IOException {
        StringWriter out = new StringWriter();
        PredictionCsv csv = new PredictionCsv(out, LABELS, 0.5, false);
        csv.head(List.of("a", "b,c"));
        csv.row(List.of("1", " two\n"), 0.5);
        csv.row(List.of("", "x"), Double.NaN);
        csv.row(List.of("", "x"), 0.1);
        assertEquals("""
                a,"b,c",probability,label
                1," two
                ",0.5,"yes, ""sure""\"
                ,x,,
                ,x,0.1,no
                """, out.toString());
    }

    @Test
    void intervalsStandBehind() throws IOException {
        StringWriter out = new StringWriter();
        PredictionCsv csv = new PredictionCsv(out, LABELS, 0.5, true);
        csv.head(List.of());
        csv.row(List.of(), 0.25, 0.125, 0.5);
        csv.row(List.of(), 1, Double.NaN, Double.NaN);
        csv.row(List.of(), Double.NaN, Double.NaN, Double.NaN);
        assertEquals("""
                probability,label,lower,upper
                0.25,no,0.125,0.5
                1.0,"yes, ""sure""\",,
                ,,,
                """, out.toString());
        assertThrows(InputException.class, () -> csv.head(List.of("upper")));
    }

    @Test
    void aColumnOfTheSameNameIsRefused() {
        PredictionCsv csv = new PredictionCsv(new StringWriter(), LABELS, 0.5, false);
        assertThrows(InputException.class, () -> csv.head(List.of("label")));
    }
}
