package dev.odds.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.ExampleTable;
import dev.odds.Reference;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void smallExampleByHand() {
        Calibration calibration = Calibration.of(Predictions.labelled(
                new double[] {0, 1, 1, 0}, new double[] {0.05, 0.25, 0.25, 0.95}, new double[] {1, 2, 1, 4}));
        Calibration.Bin third = calibration.bins().get(2);
        assertEquals(0.2, third.lower());
        assertEquals(0.3, third.upper());
        assertEquals(2, third.examples());
        assertEquals(3, third.weight());
        assertEquals(0.25, third.predicted(), 1e-15);
        assertEquals(1, third.observed());
        assertEquals((0.05 + 0.75 + 3.8) / 8, calibration.predicted(), 1e-15);
        assertEquals(3 / 8.0, calibration.observed());
        assertEquals(3 / 8.0 - 4.6 / 8, calibration.inTheLarge(), 1e-15);
        assertEquals((0.05 + 2.25 + 3.8) / 8, calibration.expectedError(), 1e-15);
    }

    @Test
    void emptyBinsHaveNoMeans() {
        Calibration calibration = Calibration.of(Predictions.labelled(new double[] {1}, new double[] {1}, null));
        assertEquals(10, calibration.bins().size());
        assertEquals(0, calibration.bins().get(4).examples());
        assertTrue(Double.isNaN(calibration.bins().get(4).predicted()));
        assertTrue(Double.isNaN(calibration.bins().get(4).observed()));
        assertEquals(1, calibration.bins().get(9).examples());
        assertEquals(0, calibration.expectedError());
    }

    @Test
    void weightZeroIsNotThere() {
        Calibration calibration =
                Calibration.of(Predictions.labelled(new double[] {1, 0}, new double[] {0.5, 0.7}, new double[] {1, 0}));
        assertEquals(0, calibration.bins().get(7).examples());
    }

    @Test
    void edgesBelongToTheBinAbove() {
        for (int k = 0; k < 10; k++) {
            double edge = Double.parseDouble("0." + k);
            assertEquals(k, binOf(edge));
            assertEquals(k, binOf(Math.nextUp(edge)));
            if (k > 0) {
                assertEquals(k - 1, binOf(Math.nextDown(edge)));
            }
        }
        assertEquals(9, binOf(1));
    }

    @Test
    void aFitWithABiasIsCalibratedInTheLarge() {
        double[] low = ExampleTable.read("birthwt").column("low");
        Calibration calibration = Calibration.of(
                Predictions.labelled(low, Reference.load("birthwt").fitted(), null));
        assertEquals(59 / 189.0, calibration.observed());
        assertEquals(0, calibration.inTheLarge(), 1e-14);
    }

    private static int binOf(double probability) {
        Calibration calibration =
                Calibration.of(Predictions.labelled(new double[] {1}, new double[] {probability}, null));
        for (int k = 0; k < 10; k++) {
            if (calibration.bins().get(k).examples() == 1) {
                return k;
            }
        }
        throw new AssertionError("no bin for " + probability);
    }
}
