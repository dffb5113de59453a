package dev.odds;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Logits at which the textbook formulas fail, and random ones of every size. */
public final class AdversarialLogits {
    public static final long SEED = 1958;

    /** Around the ends of doubles: e^-z turns subnormal at 708.4, e^z overflows at 709.8, e^-z is 0 from 745.2 on. */
    private static final double[] SIZES = {
        0,
        Double.MIN_VALUE,
        1e-300,
        1e-17,
        1e-9,
        0.3466,
        0.5,
        0.6931,
        1,
        2.5,
        17,
        30,
        36,
        36.7,
        36.8,
        37,
        38,
        40,
        100,
        400,
        600,
        700,
        708.3,
        708.4,
        709.7,
        709.8,
        710,
        745.1,
        745.2,
        746,
        800,
        1e4,
        1e17,
        1e300,
        Double.MAX_VALUE
    };

    private AdversarialLogits() {}

    /** Each size with both signs, then as many random ones as asked for. */
    public static double[] all(int random) {
        SplittableRandom source = new SplittableRandom(SEED);
        DoubleStream tame = source.doubles(random / 2, -40, 40);
        DoubleStream wild = source.doubles(random - random / 2, -720, 720);
        DoubleStream signed = DoubleStream.of(SIZES).flatMap(z -> DoubleStream.of(z, -z));
        return DoubleStream.concat(signed, DoubleStream.concat(tame, wild)).toArray();
    }
}
