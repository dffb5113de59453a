package dev.odds.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.Reference;
import dev.odds.SharedData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Roles;
import dev.odds.design.Span;
import dev.odds.table.CategoricalColumn;
import dev.odds.table.Column;
import dev.odds.table.NumericColumn;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.Table;
import dev.odds.table.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals, tests and measures against roots of R's deviances; the figures and their origin are in the test resources. */
class PublishedProfilesTest {
    private static final Path EXAMPLES = Path.of("../examples");

    private static void assertProfiles(Reference expected, Solved found) {
        List<Interval> intervals = found.intervals();
        for (int i = 0; i < expected.names().size(); i++) {
            String name = expected.names().get(i);
            Interval interval = intervals.get(found.place(name));
            assertClose(expected.array("lower")[i], interval.lower(), 1e-9, "lower end of " + name);
            assertClose(expected.array("upper")[i], interval.upper(), 1e-9, "upper end of " + name);
        }
        assertEquals(expected.names().size(), intervals.size());
        List<TermTest> tests = found.tests().terms(found.terms());
        for (int i = 0; i < tests.size(); i++) {
            TermTest test = tests.get(i);
            assertEquals(expected.words("terms").get(i), test.term());
            assertEquals(expected.array("df")[i], test.df(), test.term());
            assertClose(expected.array("statistics")[i], test.statistic(), 1e-9, test.term());
            assertClose(expected.array("p")[i], test.p(), 1e-8, "p of " + test.term());
        }
    }

    private static void assertWhole(Reference expected, Solved found) {
        Goodness goodness = Goodness.of(found.problem(), found.solution());
        assertClose(expected.scalar("lr"), found.tests().whole().statistic(), 1e-11, "likelihood ratio");
        assertClose(expected.scalar("score"), found.tests().score().statistic(), 1e-10, "score");
        assertClose(expected.scalar("mcFadden"), goodness.mcFadden(), 1e-11, "McFadden");
        assertClose(expected.scalar("coxSnell"), goodness.coxSnell(), 1e-11, "Cox and Snell");
        assertClose(expected.scalar("nagelkerke"), goodness.nagelkerke(), 1e-11, "Nagelkerke");
        assertClose(expected.scalar("tjur"), goodness.tjur(), 1e-10, "Tjur");
    }

    private static void assertClose(double expected, double found, double relative, String what) {
        assertEquals(expected, found, Double.isInfinite(expected) ? 0 : relative * Math.abs(expected), what);
    }

    @ParameterizedTest
    @CsvSource({"birthwt,low,", "spector,grade,", "titanic,survived,count"})
    void examplesAgreeWithGlm(String name, String target, String weights) {
        Reference expected = Reference.load(name + "-profile");
        Roles roles = Roles.target(target).withWeights(weights);
        Solved found = Solved.of(EXAMPLES.resolve(name + ".csv"), roles);
        assertProfiles(expected, found);
        assertWhole(expected, found);
    }

    @Test
    void admitAgreesWithGlm() {
        Solved found = Solved.of(
                SharedData.file("ucla-admit/binary.csv"), Roles.target("admit").withCategorical(List.of("rank")));
        assertProfiles(Reference.load("admit-profile"), found);
        assertWhole(Reference.load("admit-profile"), found);
    }

    /** UCLA's page prints the confint of R 3, whose splines between the points of a profile carry four digits. */
    @Test
    void admitAgreesWithTheIntervalsOfUcla() {
        double[][] published = {
            {-6.2716202334, -1.792547080},
            {0.0001375921, 0.004435874},
            {0.1602959439, 1.464142727},
            {-1.3008888002, -0.056745722},
            {-2.0276713127, -0.670372346},
            {-2.4000265384, -0.753542605}
        };
        Solved found = Solved.of(
                SharedData.file("ucla-admit/binary.csv"), Roles.target("admit").withCategorical(List.of("rank")));
        for (int j = 0; j < published.length; j++) {
            Interval interval = found.intervals().get((j + 5) % 6);
            assertClose(published[j][0], interval.lower(), 1e-4, "lower end " + j);
            assertClose(published[j][1], interval.upper(), 1e-4, "upper end " + j);
        }
    }

    /** Stata 11: logit grade gpa tuce psi, with the columns in single precision. */
    @Test
    void spectorHasTheLikelihoodRatioOfStata() {
        Solved found = Solved.of(
                SharedData.file("spector/spector.csv"), Roles.target("GRADE").withDrop(List.of("OBS")));
        TermTest test = found.tests().whole();
        assertClose(15.4041924625676, test.statistic(), 2e-7, "statistic");
        assertClose(0.00150187761112892, test.p(), 2e-6, "p");
        assertEquals(3, test.df());
        double mcFadden = Goodness.of(found.problem(), found.solution()).mcFadden();
        assertClose(0.374038332124624, mcFadden, 2e-7, "pseudo R2");
    }

    @Test
    void offsetsAndWeightsAgreeWithGlm() {
        Table table = read(EXAMPLES.resolve("birthwt.csv"));
        List<Column> columns = new ArrayList<>(table.columns());
        double[] offset = numbers(table, "lwt");
        for (int i = 0; i < offset.length; i++) {
            offset[i] = (offset[i] - 130) / 100;
        }
        columns.add(new NumericColumn("shift", offset));
        Roles roles = Roles.target("low").withWeights("age").withOffset("shift").withDrop(List.of("lwt"));
        Solved found = Solved.of(new Table(table.source(), table.rows(), columns), roles);
        assertProfiles(Reference.load("birthwt-offset-profile"), found);
        assertWhole(Reference.load("birthwt-offset-profile"), found);
    }

    @Test
    void groupedCountsAgreeWithGlm() {
        Table table = read(SharedData.file("detectseparation/lizards.csv"));
        double[] successes = numbers(table, "grahami");
        double[] trials = numbers(table, "opalinus");
        double[][] x = new double[trials.length][];
        for (int i = 0; i < x.length; i++) {
            trials[i] += successes[i];
            x[i] = new double[] {
                is(table, "height", ">=5ft", i),
                is(table, "diameter", ">2in", i),
                is(table, "light", "sunny", i),
                is(table, "time", "late", i),
                is(table, "time", "midday", i)
            };
        }
        Reference expected = Reference.load("lizards-profile");
        Solved arrays = Solved.of(x, ArrayResponse.grouped(successes, trials, null), true, 1);
        List<Span> terms = List.of(
                new Span("height", 0, 1, true),
                new Span("diameter", 1, 2, true),
                new Span("light", 2, 3, true),
                new Span("time", 3, 5, true));
        Solved found = new Solved(
                arrays.problem(), arrays.solution(), terms, expected.names().subList(1, 6));
        assertProfiles(expected, found);
        assertWhole(expected, found);
    }

    /** NV is infinite: its interval has no upper end, and its test is that of the limit. */
    @Test
    void separatedDataAgreeWithTheLimitsOfGlm() {
        Solved found = Solved.of(SharedData.file("detectseparation/endometrial.csv"), Roles.target("HG"));
        assertProfiles(Reference.load("endometrial-profile"), found);
    }

    private static Table read(Path file) {
        return (Table) TableReader.read(file, ReadOptions.defaults(), ReadMonitor.NONE);
    }

    private static double[] numbers(Table table, String name) {
        return ((NumericColumn) table.find(name).orElseThrow()).toArray();
    }

    private static double is(Table table, String name, String level, int row) {
        CategoricalColumn column = (CategoricalColumn) table.find(name).orElseThrow();
        return column.levels().get(column.codes()[row]).equals(level) ? 1 : 0;
    }
}
