package dev.odds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bit of the fits of {@link FitBits} is that of the plain JVM of this process on one thread: with SIMD of every width,
 * interpreted, barely compiled, without fused multiply-adds, in another locale, on any number of threads, on JDK 17 and 25.
 */
class SameBitsOnEveryJvmTest {
    private static final List<Integer> JDKS = List.of(17, 25);
    private static final String[] THREADS = {"1", "2", "3", "8"};
    private static final String SCALAR = "loops ScalarLoops";
    private static final String SIMD = "loops VectorLoops ";
    private static final String ELSEWHERE =
            "-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-1 -XX:ActiveProcessorCount=5 -Xmx500m -XX:+UseSerialGC";

    private static final Map<String, List<String>> PLAIN = new HashMap<>();

    /** The JVM to compare with has no SIMD, the others have it unless their options take it away. */
    @BeforeAll
    static void plain() {
        for (String size : List.of("LARGE", "SMALL", "TINY")) {
            PLAIN.put(size, fits(Jvm.running().run(FitBits.class, List.of(), size, "1")));
        }
    }

    @ParameterizedTest
    @FieldSource("JDKS")
    void withoutSimdOnAnyNumberOfThreads(int jdk) {
        Jvm.Output output = jdk(jdk).run(FitBits.class, List.of(), times("LARGE", THREADS));
        assertEquals(SCALAR, output.lines().get(0));
        same(PLAIN.get("LARGE"), THREADS, output);
    }

    @ParameterizedTest
    @FieldSource("JDKS")
    void withSimdOnAnyNumberOfThreads(int jdk) {
        Jvm.Output output = run(jdk, "", times("LARGE", THREADS));
        assertTrue(output.lines().get(0).startsWith(SIMD), output.lines().get(0));
        same(PLAIN.get("LARGE"), THREADS, output);
    }

    static Stream<Arguments> widths() {
        return JDKS.stream()
                .flatMap(jdk -> Stream.of(
                        arguments(jdk, "-XX:MaxVectorSize=16", 2),
                        arguments(jdk, "-XX:MaxVectorSize=32", 4),
                        arguments(jdk, "-XX:MaxVectorSize=64 -XX:UseAVX=3", 8),
                        arguments(jdk, "-XX:UseAVX=1", 2),
                        arguments(jdk, "-XX:UseAVX=2", 4)));
    }

    @ParameterizedTest
    @MethodSource("widths")
    void withSimdOfEveryWidth(int jdk, String options, int doubles) {
        Jvm.Output output = run(jdk, options, "LARGE", "2");
        same(PLAIN.get("LARGE"), new String[] {"2"}, output);
        suppose(output, SIMD + doubles, options);
    }

    static Stream<Arguments> others() {
        return JDKS.stream()
                .flatMap(jdk -> Stream.of(
                        arguments(jdk, "-Xint", "SMALL"),
                        arguments(jdk, "-XX:TieredStopAtLevel=1", "LARGE"),
                        arguments(jdk, "-XX:-UseFMA", "TINY"),
                        arguments(jdk, "-XX:UseAVX=0", "TINY")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whereSimdWouldBeSlow(int jdk, String options, String size) {
        Jvm.Output output = run(jdk, options, size, "2");
        same(PLAIN.get(size), new String[] {"2"}, output);
        suppose(output, SCALAR, options);
    }

    @ParameterizedTest
    @FieldSource("JDKS")
    void elsewhereInTheWorld(int jdk) {
        same(PLAIN.get("LARGE"), new String[] {"2"}, run(jdk, ELSEWHERE, "LARGE", "2"));
    }

    @Test
    void whoHasNoFusedMultiplyAddsIsTold() {
        String words = "no fused multiply-add in hardware";
        assertTrue(run(Jvm.running(), "-XX:-UseFMA", "TINY").errors().contains(words));
        assertFalse(run(Jvm.running(), "-Xint", "SMALL").errors().contains(words));
    }

    private static Jvm jdk(int release) {
        return Jvm.of(release)
                .orElseGet(() -> Assumptions.abort("skipped: found no JDK %d beside this one, %s, or beside JAVA_HOME"
                        .formatted(release, System.getProperty("java.home"))));
    }

    private static Jvm.Output run(int jdk, String options, String... arguments) {
        return run(jdk(jdk), options, arguments);
    }

    private static Jvm.Output run(Jvm jvm, String options, String... arguments) {
        String all = "--add-modules jdk.incubator.vector -XX:+IgnoreUnrecognizedVMOptions " + options;
        return jvm.run(FitBits.class, List.of(all.strip().split(" ")), arguments);
    }

    private static String[] times(String size, String... threads) {
        return Stream.concat(Stream.of(size), Arrays.stream(threads)).toArray(String[]::new);
    }

    /** A CPU without such vectors, or one that is not x86, leaves the options without effect. */
    private static void suppose(Jvm.Output output, String loops, String options) {
        String found = output.lines().get(0);
        Assumptions.assumeTrue(
                found.equals(loops), () -> "skipped: on this CPU %s gives %s, not %s".formatted(options, found, loops));
    }

    /** The lines of fits on one thread. */
    private static List<String> fits(Jvm.Output output) {
        List<String> lines = output.lines();
        assertEquals(List.of(SCALAR, "threads 1"), lines.subList(0, 2));
        assertTrue(lines.size() > 10, lines::toString);
        return lines.subList(2, lines.size());
    }

    private static void same(List<String> expected, String[] threads, Jvm.Output output) {
        List<String> found = output.lines();
        assertEquals(1 + threads.length * (1 + expected.size()), found.size(), "lines");
        int at = 1;
        for (String count : threads) {
            assertEquals("threads " + count, found.get(at++));
            for (String fit : expected) {
                same(fit, found.get(at++), count);
            }
        }
    }

    /** Says where they part: a line holds a hundred numbers, each after its name. */
    private static void same(String expected, String found, String threads) {
        String fit = expected.substring(0, expected.indexOf(':'));
        List<String> wanted = List.of(expected.split(" "));
        List<String> numbers = List.of(found.split(" "));
        for (int at = 1; at < Math.min(wanted.size(), numbers.size()); at++) {
            String name = wanted.get(at - 1);
            assertEquals(wanted.get(at), numbers.get(at), () -> fit + " on " + threads + " threads, after " + name);
        }
        assertEquals(expected, found);
    }
}
