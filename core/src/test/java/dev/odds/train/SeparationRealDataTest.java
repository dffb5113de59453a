package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeparationRealDataTest {
    private record Labelled(double[][] x, double[] y) {
        /** A table of numbers with one column of labels. */
        static Labelled csv(String file, int label, double positive, boolean header) throws IOException {
            List<double[]> rows = Files.readAllLines(SharedData.file(file)).stream()
                    .skip(header ? 1 : 0)
                    .filter(line -> !line.isBlank())
                    .map(line -> List.of(line.split(",")).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            double[][] x = new double[rows.size()][];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double[] row = rows.get(i);
                y[i] = row[label] == positive ? 1 : 0;
                x[i] = new double[row.length - 1];
                System.arraycopy(row, 0, x[i], 0, label);
                System.arraycopy(row, label + 1, x[i], label, row.length - label - 1);
            }
            return new Labelled(x, y);
        }

        /** Of LIBSVM; label 1 is positive. */
        static Labelled libsvm(String file, int features) throws IOException {
            List<String> lines = Files.readAllLines(SharedData.file(file));
            double[][] x = new double[lines.size()][features];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                String[] fields = lines.get(i).strip().split(" ");
                y[i] = Double.parseDouble(fields[0]) == 1 ? 1 : 0;
                for (int k = 1; k < fields.length; k++) {
                    String[] entry = fields[k].split(":");
                    x[i][Integer.parseInt(entry[0]) - 1] = Double.parseDouble(entry[1]);
                }
            }
            return new Labelled(x, y);
        }

        SeparationRounds rounds() {
            SeparationRounds rounds = SeparationRounds.of(SeparationRounds.problem(x, y, true));
            SeparationOracle.check(x, y, SeparationEnumerationTest.failures(y), rounds.directions(), "real");
            return rounds;
        }
    }

    /** detectseparation's vignette: NV infinite, the others finite. */
    @Test
    void endometrialHasNvInfinite() throws IOException {
        SeparationRounds rounds =
                Labelled.csv("detectseparation/endometrial.csv", 3, 1, true).rounds();
        assertEquals(Map.of(0, 1), rounds.signs());
        assertTrue(rounds.finite());
    }

    @Test
    void agaricusIsSeparatedCompletely() throws IOException {
        SeparationRounds rounds =
                Labelled.libsvm("agaricus/agaricus.txt.train", 126).rounds();
        assertEquals(6513, rounds.separated().cardinality());
    }

    /** Class 2 against the rest: soil types that one of them lacks. */
    @Test
    void covtypeNamesItsSoilTypes() throws IOException {
        SeparationRounds rounds =
                Labelled.csv("covtype-20k/covtype.20k.data", 54, 2, false).rounds();
        assertEquals(Map.of(14, -1, 18, -1, 21, 1, 27, -1, 34, -1, 38, 1, 50, -1), rounds.signs());
        assertTrue(rounds.finite());
    }

    @Test
    void a9aIsSeparatedInPartByOneColumnAndByOthersTogether() throws IOException {
        SeparationRounds rounds = Labelled.libsvm("a9a/a9a", 123).rounds();
        assertTrue(rounds.finite());
        assertEquals(2, rounds.directions().size());
        assertEquals(87, rounds.separated().cardinality());
    }
}
