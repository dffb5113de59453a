package dev.odds.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The command odds in a fresh process, in a folder of its own.
 *
 * @param folder where it runs
 * @param options of its JVM
 * @param environment beside the inherited one
 */
record Odds(Path folder, List<String> options, Map<String, String> environment) {
    private static final int SECONDS = 60;

    /** How a process ended. */
    record Result(int code, String out, String err) {
        Result expect(int expected) {
            assertTrue(
                    code == expected,
                    () -> "exit code %d, expected %d; out: %s; err: %s".formatted(code, expected, out, err));
            return this;
        }

        /** The error is one sentence of ours that holds the words. */
        Result says(String... words) {
            assertTrue(err.startsWith("odds: ") && err.lines().count() == 1, () -> "not one sentence: " + err);
            for (String word : words) {
                assertTrue(err.contains(word), () -> "no " + word + " in: " + err);
            }
            return this;
        }

        Result silent() {
            assertTrue(err.isEmpty(), () -> "unexpected on standard error: " + err);
            return this;
        }
    }

    static Odds in(Path folder) {
        return new Odds(folder, List.of(), Map.of());
    }

    Odds with(String... jvmOptions) {
        return new Odds(folder, List.of(jvmOptions), environment);
    }

    Odds where(String variable, String value) {
        return new Odds(folder, options, Map.of(variable, value));
    }

    Result run(String... arguments) {
        return feed(new byte[0], arguments);
    }

    /** Runs with that text on standard input. */
    Result feed(byte[] input, String... arguments) {
        try {
            Process process = start(arguments);
            Thread feeder = new Thread(() -> write(process.getOutputStream(), input));
            feeder.start();
            Path err = Files.createTempFile("odds", ".err");
            Thread reader = new Thread(() -> copy(process.getErrorStream(), err));
            reader.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "does not end");
            reader.join();
            String told = Files.readString(err);
            Files.delete(err);
            return new Result(process.exitValue(), out, told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the process and leaves its streams to the caller. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.odds.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The names of the files in the folder, in order. */
    List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file into the folder. */
    Odds file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Odds file(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the repository, found from the working directory upwards. */
    static Path repository(String relative) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(relative))) {
                return at.resolve(relative);
            }
        }
        throw new IllegalStateException(
                "no " + relative + " above " + Path.of("").toAbsolutePath());
    }

    /** The path of one of the example tables. */
    static String example(String name) {
        return repository("examples/" + name).toString();
    }

    private static void write(OutputStream to, byte[] bytes) {
        try (to) {
            to.write(bytes);
        } catch (IOException e) {
            // the process may end without reading it
        }
    }

    private static void copy(InputStream from, Path to) {
        try (OutputStream out = Files.newOutputStream(to)) {
            from.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
