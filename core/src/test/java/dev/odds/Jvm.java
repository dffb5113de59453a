package dev.odds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * JVMs to run a program of these tests in.
 *
 * @param home the folder of a JDK
 */
record Jvm(Path home) {
    private static final int SECONDS = 120;

    /** What a program printed. */
    record Output(List<String> lines, String errors) {}

    /** The one of this process. */
    static Jvm running() {
        return new Jvm(Path.of(System.getProperty("java.home")));
    }

    /** One of that feature release: that of this process, or one that lies beside it or beside JAVA_HOME. */
    static Optional<Jvm> of(int release) {
        if (Runtime.version().feature() == release) {
            return Optional.of(running());
        }
        return Stream.of(System.getProperty("java.home"), System.getenv("JAVA_HOME"))
                .filter(Objects::nonNull)
                .flatMap(home -> beside(Path.of(home)).stream())
                .map(Jvm::new)
                .filter(jvm -> jvm.isOf(release))
                .findFirst();
    }

    private static List<Path> beside(Path home) {
        List<Path> homes = new ArrayList<>();
        Path parent = home.toAbsolutePath().getParent();
        if (parent != null && Files.isDirectory(parent)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent)) {
                folders.forEach(homes::add);
            } catch (IOException e) {
                throw new AssertionError("cannot list " + parent, e);
            }
        }
        homes.sort(null);
        return homes;
    }

    private boolean isOf(int release) {
        try {
            return Files.isExecutable(home.resolve("bin/java"))
                    && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + release + ".");
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs the program with these options of the JVM and arguments; fails if it does. */
    Output run(Class<?> program, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(program), program.getName()));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("odds", ".err");
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), () -> "does not end: " + command);
            String told = Files.readString(errors);
            Files.delete(errors);
            assertTrue(process.exitValue() == 0, () -> command + " ends in " + process.exitValue() + ": " + told);
            return new Output(out.lines().toList(), told);
        } catch (IOException e) {
            throw new AssertionError("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Where the classes of this process and of the program are. */
    private static String classPath(Class<?> program) {
        List<String> path = new ArrayList<>();
        path.add(folder(program));
        Stream.of("java.class.path", "jdk.module.path")
                .map(System::getProperty)
                .filter(p -> p != null && !p.isEmpty())
                .forEach(path::add);
        return String.join(File.pathSeparator, path);
    }

    private static String folder(Class<?> program) {
        String file = "/" + program.getName().replace('.', '/') + ".class";
        try {
            Path at = Path.of(Objects.requireNonNull(program.getResource(file)).toURI());
            for (int level = Path.of(file).getNameCount(); level > 0; level--) {
                at = at.getParent();
            }
            return at.toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
