package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.design.Roles;
import dev.odds.model.Model;
import dev.odds.table.CategoricalColumn;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final List<String> LEVELS = List.of("bad", "good");
    private static final double NONE = Double.NaN;

    private static Table table(double[] x, int[] y, List<String> levels, double[] w) {
        return new Table(
                "t",
                x.length,
                List.of(new NumericColumn("x", x), new CategoricalColumn("y", y, levels), new NumericColumn("w", w)));
    }

    private static Model model() {
        Table data =
                table(new double[] {1, 2, 3, 4, 5}, new int[] {0, 1, 0, 1, 1}, LEVELS, new double[] {1, 2, 1, 1, 3});
        return LogisticRegression.create()
                .fit(data, Roles.target("y").withWeights("w"))
                .model();
    }

    @Test
    void weightsCountAndUnusableRowsAreSkipped() {
        Model model = model();
        Table data = table(new double[] {1, NONE, 4, 2}, new int[] {0, 1, 1, -1}, LEVELS, new double[] {2, 1, 5, 1});
        Assessment found = Assessment.of(model, data, 0.5);
        double p1 = model.probability(new double[] {1});
        double p4 = model.probability(new double[] {4});
        assertEquals(2, found.skipped());
        assertEquals(7, found.evaluation().weight());
        assertEquals(
                -(2 * Math.log1p(-p1) + 5 * Math.log(p4)) / 7,
                found.evaluation().logLoss(),
                1e-14);
    }

    @Test
    void aSeparatedModelIsCertainOfEveryRow() {
        Table apart = table(new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1}, LEVELS, new double[] {1, 1, 1, 1});
        Model separated = LogisticRegression.create()
                .fit(apart, Roles.target("y").withOnly(List.of("x")))
                .model();
        Assessment found = Assessment.of(separated, apart, 0.5);
        assertEquals(0, found.skipped());
        assertEquals(0, found.evaluation().logLoss());
        Table wrong = table(new double[] {0, 4}, new int[] {1, 1}, LEVELS, new double[] {1, 1});
        assertEquals(
                Double.POSITIVE_INFINITY,
                Assessment.of(separated, wrong, 0.5).evaluation().logLoss());
    }

    @Test
    void aPointAtTheEndOfALabelIsSaidAloud() {
        Table data = table(new double[] {1, 2}, new int[] {0, 1}, List.of("bad.", "good."), new double[] {1, 1});
        Assessment found = Assessment.of(model(), data, 0.5);
        assertEquals(1, found.evaluation().positive());
        assertTrue(found.notes().toString().contains("good."), found.notes().toString());
    }

    @Test
    void unknownLabelsAndEmptyTablesAreRefused() {
        Table unknown = table(new double[] {1, 2}, new int[] {0, 1}, List.of("bad", "ugly"), new double[] {1, 1});
        String said = assertThrows(InputException.class, () -> Assessment.of(model(), unknown, 0.5))
                .getMessage();
        assertTrue(said.contains("row 2") && said.contains("good"), said);
        Table nothing = table(new double[] {NONE}, new int[] {0}, LEVELS, new double[] {1});
        assertThrows(InputException.class, () -> Assessment.of(model(), nothing, 0.5));
    }
}
