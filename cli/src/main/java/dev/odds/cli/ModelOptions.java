package dev.odds.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a new model goes and what is told of it.
 *
 * @param model where the model goes, null for nowhere
 * @param json whether the result is for a program
 * @param all whether everything is shown, however long
 * @param quiet whether notes and warnings are kept back
 * @param strict whether warnings make the exit code 1
 */
record ModelOptions(Path model, boolean json, boolean all, boolean quiet, boolean strict) {
    static void declare(Options options, String all) {
        options.path("MODEL", "where the model goes (default: NAME.odds.json, here)", "-o", "--output")
                .flag("--no-model", "write no model file")
                .flag("--json", "print the result as JSON")
                .flag("--all", all)
                .flag("--quiet", "no notes, warnings and progress")
                .flag("--strict", "warnings make the exit code 1");
    }

    static ModelOptions of(Arguments arguments, Input input) {
        if (arguments.has("--no-model") && arguments.has("-o")) {
            throw new UsageException("found -o and --no-model; expected one of them");
        }
        Path named = arguments.file("-o");
        Path model = named != null ? named : Path.of(input.stem() + ".odds.json");
        if (!arguments.has("--no-model")) {
            checkFolder(model);
        }
        return new ModelOptions(
                arguments.has("--no-model") ? null : model,
                arguments.has("--json"),
                arguments.has("--all"),
                arguments.has("--quiet"),
                arguments.has("--strict"));
    }

    /** Better now than after a long fit. */
    private static void checkFolder(Path model) {
        Path folder = model.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UsageException(
                    "the model cannot be written to %s; name a place with -o, or say --no-model".formatted(model));
        }
    }
}
