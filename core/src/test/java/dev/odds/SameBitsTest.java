package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.design.ArrayResponse;
import dev.odds.optimize.Monitor;
import dev.odds.train.Solver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fingerprints of this release. The same on every machine and every Java from 17 on: a test run on any of them checks it. They
 * change only where a release says that its bits do.
 */
class SameBitsTest {
    @ParameterizedTest
    @CsvSource({
        "NEWTON,     0,    true,  c12523f66feddb1a",
        "NEWTON,     0.01, true,  c3d73e4972b3ad37",
        "NEWTON,     0.01, false, 37e3b6def3898dd6",
        "LBFGS,      0,    true,  8bf8ac5e567a5d4f",
        "LBFGS,      0.01, true,  0c56239aa63f01f8",
        "GRADIENT_DESCENT, 0.1, true, b32b58c5377d1fed"
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
}
