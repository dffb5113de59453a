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
        "NEWTON,     0,    true,  46267b3298427212",
        "NEWTON,     0.01, true,  8ffcd5cd61c95b69",
        "NEWTON,     0.01, false, 3631b23a50ef450d",
        "LBFGS,      0,    true,  b061f5434c2b9546",
        "LBFGS,      0.01, true,  adeeafea51c6444c",
        "GRADIENT_DESCENT, 0.1, true, 6d8529334f9829ea"
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
