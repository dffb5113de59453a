package dev.odds.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.model.Facts;
import dev.odds.model.ModelPath;
import dev.odds.model.ModelPath.Curve;
import dev.odds.model.ModelPath.Point;
import dev.odds.model.ModelPath.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathTableTest {
    private static List<Point> points(int count) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Facts.Run run = new Facts.Run(
                    "proximal-newton", 1, k != 3, "duality-gap", k == 2 ? Double.NaN : 1e-9, 0, 0, 0.5, 1, "");
            points.add(new Point(Math.scalb(1.0, -k), run, new double[1], new int[0], new double[0]));
        }
        return points;
    }

    private static List<String> print(ModelPath path, boolean all) {
        StringBuilder out = new StringBuilder();
        new PathTable(path).print(all, out);
        return out.toString().lines().toList();
    }

    private static ModelPath validated(int count, int min, int one) {
        double[] mean = new double[count];
        double[] error = new double[count];
        Arrays.setAll(mean, k -> 1 + Math.abs(k - min));
        Arrays.fill(error, 0.5);
        Curve curve = new Curve("deviance", mean, error);
        return new ModelPath(points(count), min, "min", 1, new Validation(5, 0, "deviance", min, one, List.of(curve)));
    }

    @Test
    void aLongPathIsThinnedButKeepsItsEndsAndWhatWasChosen() {
        List<String> lines = print(validated(200, 101, 77), false);
        assertTrue(lines.size() <= 34, lines.toString());
        assertTrue(lines.get(1).startsWith("1.000 "), lines.get(1));
        assertEquals(1, lines.stream().filter(line -> line.endsWith(" min")).count());
        assertEquals(1, lines.stream().filter(line -> line.endsWith(" 1se")).count());
        String last = lines.get(lines.size() - 1);
        assertEquals("(%d of 200 lambdas; --all shows them all)".formatted(lines.size() - 2), last);
        assertEquals(201, print(validated(200, 101, 77), true).size());
    }

    @Test
    void everyLineFitsAndTheBestIsDrawnLeftmost() {
        List<String> lines = print(validated(7, 4, 4), false);
        assertTrue(lines.stream().allMatch(line -> line.length() <= TextTable.WIDTH), lines.toString());
        assertTrue(lines.get(5).endsWith("min, 1se"), lines.get(5));
        int best = lines.get(5).lastIndexOf('o');
        for (int k = 1; k < lines.size(); k++) {
            assertTrue(lines.get(k).lastIndexOf('o') >= best, lines.get(k));
        }
    }

    @Test
    void aPointWithoutABoundOrNotReachedSaysSo() {
        List<String> lines = print(new ModelPath(points(5), 4, "last", 1, null), false);
        assertTrue(lines.get(3).contains("no bound"), lines.get(3));
        assertTrue(lines.get(4).contains("not reached"), lines.get(4));
        assertTrue(lines.get(5).endsWith("chosen"), lines.get(5));
        assertFalse(lines.get(0).contains("deviance"), lines.get(0));
    }

    @Test
    void equalMeansAreDrawnWithoutAScale() {
        Curve flat = new Curve("error", new double[] {0.25, 0.25}, new double[2]);
        ModelPath path = new ModelPath(points(2), 0, "min", 1, new Validation(2, 0, "error", 0, 0, List.of(flat)));
        assertTrue(
                print(path, false).get(2).trim().endsWith("o"),
                print(path, false).get(2));
    }
}
