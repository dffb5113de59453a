package dev.odds.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Declares options and parameters of a command, in the order of its help. */
final class Options {
    private final CommandSpec spec;
    private int parameters;

    Options(CommandSpec spec) {
        this.spec = spec;
    }

    /** A required parameter, the next in order, that names a file. */
    Options file(String label, String description) {
        return parameter(label, description, Path.class, true);
    }

    /** A parameter that may be absent. */
    Options optional(String label, String description) {
        return parameter(label, description, String.class, false);
    }

    /** An option without a value. */
    Options flag(String name, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build());
        return this;
    }

    Options text(String name, String label, String description) {
        return value(String.class, label, description, name);
    }

    Options path(String label, String description, String... names) {
        return value(Path.class, label, description, names);
    }

    Options number(String name, String label, String description) {
        return text(name, label, description);
    }

    Options whole(String name, String label, String description) {
        return text(name, label, description);
    }

    /** An option whose value is one of a few words. */
    Options choice(String name, List<String> words, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(String.join("|", words))
                .completionCandidates(words)
                .description(description)
                .build());
        return this;
    }

    /** Words, or pairs NAME=VALUE, between commas; may be given more than once. */
    Options list(String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .hideParamSyntax(true)
                .description(description)
                .build());
        return this;
    }

    private Options value(Class<?> type, String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .type(type)
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    private Options parameter(String label, String description, Class<?> type, boolean required) {
        spec.addPositional(PositionalParamSpec.builder()
                .index(String.valueOf(parameters++))
                .required(required)
                .arity(required ? "1" : "0..1")
                .type(type)
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }
}
