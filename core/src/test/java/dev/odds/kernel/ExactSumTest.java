package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Against sums in unlimited decimals. */
class ExactSumTest {
    @Test
    void isTheNearestDoubleWhateverTheOrderAndTheGroups() {
        Random random = new Random(20261124);
        for (int round = 0; round < 300; round++) {
            int spread = 1 + random.nextInt(600);
            List<Double> terms = random.ints(1 + random.nextInt(3_000), -spread, spread)
                    .mapToObj(e -> Math.scalb(random.nextDouble(), e))
                    .collect(Collectors.toList());
            double expected = terms.stream()
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .doubleValue();
            assertEquals(expected, of(terms).value(), "round " + round);
            Collections.shuffle(terms, random);
            int cut = random.nextInt(terms.size() + 1);
            ExactSum sum = of(terms.subList(cut, terms.size()));
            sum.add(of(terms.subList(0, cut)));
            assertEquals(expected, sum.value(), "shuffled, round " + round);
        }
    }

    /** Where running sums in double forget the small terms, and two doubles the smallest. */
    @Test
    void forgetsNothing() {
        assertEquals(0x1.0000000000001p53, of(List.of(0x1p53, 1.0, 0x1p-60)).value());
        double sum = of(List.of(0x1p53, 0.5, 0.5, 0x1p-900)).value();
        assertEquals(0x1p53 + 2, sum);
        assertEquals(0x1p53, 0x1p53 + 0.5 + 0.5 + 0x1p-900);
    }

    @Test
    void extremes() {
        assertEquals(0.0, new ExactSum().value());
        assertEquals(0.0, of(List.of(0.0, -0.0)).value());
        assertEquals(
                3 * Double.MIN_VALUE,
                of(Collections.nCopies(3, Double.MIN_VALUE)).value());
        assertEquals(Double.MAX_VALUE, of(List.of(Double.MAX_VALUE, 1.0)).value());
        assertEquals(
                Double.POSITIVE_INFINITY,
                of(Collections.nCopies(2, Double.MAX_VALUE)).value());
        assertEquals(1e6, of(Collections.nCopies(1_000_000, 1.0)).value());
    }

    private static ExactSum of(List<Double> terms) {
        ExactSum sum = new ExactSum();
        terms.forEach(sum::add);
        return sum;
    }
}
