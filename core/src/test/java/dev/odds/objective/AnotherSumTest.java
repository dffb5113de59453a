package dev.odds.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.odds.design.ArrayResponse;
import dev.odds.design.DenseBlock;
import dev.odds.design.Slice;
import dev.odds.optimize.Need;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums of what merging leaves over have the bits of new ones. */
class AnotherSumTest {
    private static final int N = 300;
    private static final int D = 5;

    private final DenseBlock block;
    private final Slice y;
    private final double[] x;

    AnotherSumTest() {
        Random random = new Random(20261129);
        block = new DenseBlock(D, random.doubles(N * D, -2, 2).toArray(), N);
        y = ArrayResponse.of(random.ints(N, 0, 2).asDoubleStream().toArray()).slice(0, N);
        x = random.doubles(D + 1, -1, 1).toArray();
    }

    private LossSum fresh(Need need) {
        return new LossSum(D, true, 1, need);
    }

    private void add(LossSum sum) {
        new LossStep(x).add(block, y, sum);
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void hasTheBitsOfANewOne(Need need) {
        LossSum expected = fresh(need);
        add(expected);
        LossSum first = fresh(need);
        LossSum second = first.another();
        add(first);
        add(second);
        first.merge(second);
        LossSum third = first.another();
        assertSame(second, third, "what was merged is written over");
        add(third);
        assertEquals(expected.loss(0), third.loss(0));
        if (need.gives(Need.GRADIENT)) {
            assertArrayEquals(expected.gradient(0), third.gradient(0));
        }
        if (need == Need.HESSIAN) {
            assertArrayEquals(expected.takeHessian(), third.takeHessian());
        }
    }

    @Test
    void isNoneThatIsStillWanted() {
        LossSum first = fresh(Need.GRADIENT);
        LossSum second = first.another();
        assertNotSame(first, second);
        assertNotSame(second, first.another());
    }
}
