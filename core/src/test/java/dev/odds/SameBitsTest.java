package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.design.ArrayResponse;
import dev.odds.optimize.Monitor;
import dev.odds.train.Solver;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fingerprints of this release. The same on every machine and every Java from 17 on: a test run on any of them checks it. They
 * change only where a release says that its bits do.
 */
class SameBitsTest {
    @ParameterizedTest
    @CsvSource({
        "NEWTON,     0,    true,  c1ca774e10c6112b",
        "NEWTON,     0.01, true,  fd0f8413404ff9a0",
        "NEWTON,     0.01, false, 95a4c7c7ebc1a63f",
        "LBFGS,      0,    true,  750d434c83dc2a53",
        "LBFGS,      0.01, true,  fe0a41fd8ffbced8",
        "GRADIENT_DESCENT, 0.1, true, da62bff206faee5a"
    })
    void fitsHaveTheFingerprintsOfThisRelease(Solver solver, double lambda, boolean bias, String expected) {
        RandomData data = RandomData.of(20261124, 6_000, 23, 0.9);
        Fit fit = LogisticRegression.create()
                .withSolver(solver)
                .withLambda(lambda)
                .withBias(bias)
                .fit(data.x(), ArrayResponse.of(data.y(), data.weights(), data.offset()), null, Monitor.NONE);
        assertEquals(expected, fit.fingerprint());
    }

    @Test
    void largeFitsHaveTheFingerprintsOfThisRelease() {
        Map<String, Fit> fits = FitBits.of(FitBits.Size.LARGE, 2);
        Map<String, String> expected = Map.of(
                "dense newton", "5980b1b2aad9f0dd",
                "float32 newton", "aee891baa6d9679e",
                "sparse newton", "dc7887137774207c",
                "mixed newton", "7360135bc4e4624e",
                "narrow", "8af6cc6d91624e70");
        expected.forEach(
                (name, fingerprint) -> assertEquals(fingerprint, fits.get(name).fingerprint(), name));
    }
}
