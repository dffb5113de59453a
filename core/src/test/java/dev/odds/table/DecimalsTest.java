package dev.odds.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "007",
                "+3",
                "1e-3",
                ".5",
                "5.",
                "1E5",
                "-1.5e+10",
                "9007199254740992",
                "9007199254740993",
                "123456789012345678901234567890",
                "0.1",
                "1e23",
                "4.9e-324",
                "2.2250738585072011e-308",
                "1e-400",
                "0.000000000000000000000000000001",
                "1.7976931348623157e308",
                "000000000000000000000000000000001"
            })
    void readsNumbersLikeTheJdk(String text) {
        assertEquals(
                Double.doubleToRawLongBits(Double.parseDouble(text)), Double.doubleToRawLongBits(Decimals.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "+",
                "e5",
                ".e5",
                "1e",
                "1e+",
                "1e5.",
                "1.2.3",
                "1d",
                "1f",
                "1L",
                "0x10",
                "0x1p3",
                "inf",
                "Infinity",
                "NaN",
                "1_000",
                "1,5",
                " 1",
                "1 ",
                "--1",
                "+-1",
                "1-",
                "\u0661",
                "1e5e5"
            })
    void refusesWhatIsNoPlainDecimal(String text) {
        assertTrue(Double.isNaN(Decimals.parse(text)), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e309", "1.8e308", "1e99999999999999999999"})
    void tellsNumbersThatAreTooLargeByInfinity(String text) {
        assertTrue(Double.isInfinite(Decimals.parse(text)), text);
    }

    @Test
    void roundsRandomDecimalsCorrectly() {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            String text = decimal(random);
            double expected = new BigDecimal(text).doubleValue();
            assertEquals(expected, Decimals.parse(text), 0.0, text + ", seed " + seed);
        }
    }

    private static String decimal(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
        int digits = 1 + random.nextInt(22);
        int point = random.nextInt(digits + 1);
        for (int i = 0; i < digits; i++) {
            text.append(i == point ? "." : "").append(random.nextInt(10));
        }
        if (random.nextInt(3) == 0) {
            text.append('e').append(random.nextInt(600) - 300);
        }
        return text.toString();
    }
}
