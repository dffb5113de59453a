package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.Reference;
import dev.odds.SharedData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Missing;
import dev.odds.design.Roles;
import dev.odds.design.Span;
import dev.odds.design.Tables;
import dev.odds.table.CategoricalColumn;
import dev.odds.table.NumericColumn;
import dev.odds.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginalEffectsTest {
    private static List<Effect> average(Fits fit) {
        return MarginalEffects.average(
                fit.fitted(), fit.spans(), fit.names(), fit.fitted().inverse(), 0.95);
    }

    private static List<Effect> atMeans(Fits fit) {
        return MarginalEffects.atMeans(
                fit.fitted(), fit.spans(), fit.names(), fit.fitted().inverse(), 0.95);
    }

    /** data/spector/stata11_logit_reference.json of statsmodels: margins, dydx with nodummy, as Stata 11 prints them. */
    @Test
    void spectorIsAsStataPrintsIt() {
        Fits fit = Fits.of(
                SharedData.file("spector/spector.csv"), Roles.target("GRADE").withDrop(List.of("OBS")));
        assertEffects(
                new double[] {0.36258084688424, 0.01220841099085, 0.30517768382304},
                new double[] {0.1094412, 0.0177942, 0.0923796},
                average(fit),
                1e-7);
        assertEffects(
                new double[] {0.53385885781692, 0.01797548988961, 0.44933926079386},
                new double[] {0.237038, 0.0262369, 0.1967626},
                atMeans(fit),
                1e-7);
    }

    private static void assertEffects(double[] values, double[] errors, List<Effect> found, double tolerance) {
        assertEquals(values.length, found.size());
        for (int j = 0; j < values.length; j++) {
            assertEquals(values[j], found.get(j).value(), 1e-6 * tolerance / 1e-7 * Math.abs(values[j]));
            assertEquals(errors[j], found.get(j).standardError(), tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({"birthwt,low,", "titanic,survived,count"})
    void numbersAndLevelsAgreeWithR(String name, String target, String weights) {
        Fits fit = Fits.of(
                Path.of("../examples/" + name + ".csv"), Roles.target(target).withWeights(weights));
        assertAgree(Reference.load("effects-" + name), average(fit), atMeans(fit));
    }

    @Test
    void groupedCountsAndOffsetsAgreeWithR() {
        Berkeley data = Berkeley.read();
        Fits fit = new Fits(
                Fits.of(data.x(), data.y(), true, 1),
                List.of("gender=male", "B", "C", "D", "E", "F"),
                List.of(new Span("gender", 0, 1, true), new Span("department", 1, 6, true)));
        assertAgree(Reference.load("effects-berkeley"), average(fit), atMeans(fit));
    }

    private static void assertAgree(Reference r, List<Effect> average, List<Effect> atMeans) {
        for (int j = 0; j < average.size(); j++) {
            String name = average.get(j).name();
            assertEquals(r.array("average")[j], average.get(j).value(), 1e-11, name);
            assertEquals(r.array("averageErrors")[j], average.get(j).standardError(), 1e-11, name);
            assertEquals(r.array("atMeans")[j], atMeans.get(j).value(), 1e-11, name);
            assertEquals(r.array("atMeansErrors")[j], atMeans.get(j).standardError(), 1e-11, name);
        }
    }

    /** Far-off centres, a missing-value mark, weights and an offset, against differences of the plain formula. */
    @Test
    void derivativesAgreeWithDifferences() {
        for (long seed = 1; seed <= 10; seed++) {
            Table table = table(new Random(seed), 400);
            Fits fit = Fits.of(
                    table, Roles.target("y").withWeights("w").withOffset("o").withMissing(Missing.INDICATOR));
            assertTrue(fit.names().contains("x2=missing"), "the test must have a mark, seed " + seed);
            Plain plain = Plain.of(fit, table);
            List<Effect> average = average(fit);
            List<Effect> atMeans = atMeans(fit);
            for (int j = 0; j < fit.names().size(); j++) {
                String what = "seed " + seed + ", " + fit.names().get(j);
                int feature = j;
                assertEffect(plain, beta -> plain.average(feature, beta), average.get(j), what);
                assertEffect(plain, beta -> plain.atMeans(feature, beta), atMeans.get(j), what + " at means");
            }
        }
    }

    private static void assertEffect(Plain plain, ToDoubleFunction<double[]> effect, Effect found, String what) {
        double[] beta = plain.beta();
        assertEquals(effect.applyAsDouble(beta), found.value(), 1e-8 * Math.abs(found.value()) + 1e-15, what);
        double[] gradient = new double[beta.length];
        for (int k = 0; k < beta.length; k++) {
            double h = plain.step(k);
            double[] up = beta.clone();
            double[] down = beta.clone();
            up[k] += h;
            down[k] -= h;
            gradient[k] = (effect.applyAsDouble(up) - effect.applyAsDouble(down)) / (2 * h);
        }
        double error = Math.sqrt(plain.covariance().variance(gradient));
        assertEquals(error, found.standardError(), 1e-5 * error, what + ", standard error");
    }

    private static Table table(Random random, int n) {
        double[] x1 = random.doubles(n, 999, 1001).toArray();
        double[] x2 = IntStream.range(0, n)
                .mapToDouble(i -> i % 7 == 0 ? Double.NaN : random.nextGaussian())
                .toArray();
        String[] g = IntStream.range(0, n)
                .mapToObj(i -> "abcd".substring(random.nextInt(4)).substring(0, 1))
                .toArray(String[]::new);
        double[] w = random.ints(n, 1, 4).asDoubleStream().toArray();
        double[] offset = random.doubles(n, -1, 1).toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> {
                    double z = x1[i] - 1000 + (g[i].equals("c") ? 1 : 0) + offset[i];
                    return random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
                })
                .toArray();
        return Tables.table(
                Tables.numbers("x1", x1),
                Tables.numbers("x2", x2),
                Tables.texts("g", g),
                Tables.numbers("w", w),
                Tables.numbers("o", offset),
                Tables.numbers("y", y));
    }

    @Test
    void threadsAndDesignsGiveTheSame() {
        Random random = new Random(5);
        int n = 60_000;
        double[][] x = new double[n][8];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int level = random.nextInt(6);
            for (int j = 0; j < 8; j++) {
                x[i][j] = j < 3 ? 10 + random.nextGaussian() : level == j - 3 ? 1 : 0;
            }
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(10 - x[i][0] - x[i][4])) ? 1 : 0;
        }
        List<Span> spans = List.of(
                new Span("a", 0, 1, false),
                new Span("b", 1, 2, false),
                new Span("c", 2, 3, false),
                new Span("g", 3, 8, true));
        List<String> names = List.of("a", "b", "c", "g1", "g2", "g3", "g4", "g5");
        Fitted one = Fits.of(x, ArrayResponse.of(y), true, 1);
        Fitted four = Fits.of(x, ArrayResponse.of(y), true, 4);
        assertEquals(
                MarginalEffects.average(one, spans, names, one.inverse(), 0.9),
                MarginalEffects.average(four, spans, names, four.inverse(), 0.9));
        assertEquals(
                MarginalEffects.atMeans(one, spans, names, one.inverse(), 0.9),
                MarginalEffects.atMeans(four, spans, names, four.inverse(), 0.9));
    }

    /** Level c says y = 1 without exception: what is left is the fit, and the effects, of the rows without it. */
    @Test
    void separatedLabelsLeaveTheEffectsOfTheRest() {
        Table table = table(new Random(11), 300);
        double[] y = ((NumericColumn) table.find("y").orElseThrow()).toArray();
        int[] codes = ((CategoricalColumn) table.find("g").orElseThrow()).codes();
        for (int i = 0; i < y.length; i++) {
            y[i] = codes[i] == 2 ? 1 : y[i];
        }
        Table separated =
                Tables.table(table.find("x1").orElseThrow(), table.find("g").orElseThrow(), Tables.numbers("y", y));
        int[] rest = IntStream.range(0, y.length).filter(i -> codes[i] != 2).toArray();
        Table without = Tables.rows(separated, rest);
        List<Effect> found = average(Fits.of(separated, Roles.target("y")));
        List<Effect> expected = average(Fits.of(without, Roles.target("y")));
        assertEquals(
                List.of("x1", "g=b", "g=c", "g=d"),
                found.stream().map(Effect::name).toList());
        assertTrue(
                Double.isNaN(found.get(2).value()) && Double.isNaN(found.get(2).p()));
        for (String name : List.of("x1", "g=b", "g=d")) {
            Effect e = named(expected, name);
            Effect f = named(found, name);
            assertEquals(e.value(), f.value(), 1e-9);
            assertEquals(e.standardError(), f.standardError(), 1e-9);
        }
    }

    private static Effect named(List<Effect> effects, String name) {
        return effects.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void anAliasedColumnHasNoEffect() {
        double[][] x = new double[60][];
        double[] y = new double[60];
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            double a = random.nextGaussian();
            x[i] = new double[] {a, 2 * a, random.nextGaussian()};
            y[i] = random.nextInt(2);
        }
        Fitted fitted = Fits.of(x, ArrayResponse.of(y), true, 1);
        List<Span> spans = List.of(new Span("a", 0, 1, false), new Span("b", 1, 2, false), new Span("c", 2, 3, false));
        List<Effect> effects = MarginalEffects.average(fitted, spans, List.of("a", "b", "c"), fitted.inverse(), 0.95);
        assertTrue(Double.isNaN(effects.get(1).value()));
        assertTrue(effects.get(0).standardError() > 0 && effects.get(2).standardError() > 0);
        assertEquals(3, fitted.size());
    }
}
