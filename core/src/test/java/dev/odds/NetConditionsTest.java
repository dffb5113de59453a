package dev.odds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.NetCase.Kind;
import dev.odds.optimize.Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The conditions of an optimum (Karush, Kuhn and Tucker), by naive loops on the user's scale, for elastic nets of every kind. */
class NetConditionsTest {
    private static final int SEEDS = 25;
    private static final double ROUNDING = 1e-18;

    /** What a condition is violated by is measured by what one step would gain: no less than the gap, whatever the scale. */
    static void assertOptimal(NetCase net, Optimum optimum, double tolerance) {
        double[] theta = optimum.coefficients().theta();
        double bias = net.bias() ? optimum.coefficients().bias()[0] : 0;
        NaiveNet naive = new NaiveNet(net);
        String what = net.name() + ": " + optimum.certificate() + " "
                + optimum.solution().reason();
        assertTrue(optimum.converged(), what);
        double nullLoss = optimum.solution().nullLoss();
        double gain = naive.certainGain(theta, bias) / nullLoss;
        assertTrue(gain <= tolerance + ROUNDING, what + ": one step gains " + gain);
        Certificate certificate = optimum.certificate();
        boolean proved = certificate.kind() != Certificate.Kind.GRADIENT;
        assertTrue(!proved || gain <= certificate.relativeGap() + ROUNDING, what + " refuted: one step gains " + gain);
        assertTrue(naive.isAllowed(theta), what);
        assertEquals(naive.loss(theta, bias), optimum.loss(), 1e-9 * optimum.loss(), what);
        assertEquals(naive.value(theta, bias), optimum.solution().value(), 1e-9 * optimum.loss(), what);
        for (int j = 0; j < theta.length; j++) {
            boolean held = net.shrinkage().standardize() && naive.isConstant(j);
            assertTrue(!held || theta[j] == 0, what + ": constant x" + (j + 1) + " has " + theta[j]);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everySolutionIsOptimal(Kind kind) {
        for (long seed = 0; seed < SEEDS; seed++) {
            NetCase net = NetCase.of(kind, seed);
            double tolerance = seed % 2 == 0 ? 1e-8 : 1e-10;
            assertOptimal(net, net.prepared(tolerance).solve(), tolerance);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyNumberOfThreadsGivesTheSameBits(Kind kind) {
        for (long seed = 0; seed < SEEDS; seed += 5) {
            NetCase net = NetCase.of(kind, seed);
            Optimum one = net.withThreads(1).prepared(1e-10).solve();
            Optimum three = net.withThreads(3).prepared(1e-10).solve();
            assertArrayEquals(one.estimates(), three.estimates(), net.name());
            assertEquals(one.certificate(), three.certificate(), net.name());
        }
    }
}
