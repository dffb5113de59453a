package dev.odds.report;

import dev.odds.Fit;
import dev.odds.design.Labelling;
import dev.odds.design.Target;
import dev.odds.model.Facts;
import dev.odds.model.Model;
import dev.odds.optimize.Certificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a fit says of itself, in sentences; empty where there is nothing to say. */
final class Words {
    private static final int LISTED = 12;

    private Words() {}

    /** What is predicted: {@code low = 1}. */
    static String event(Labelling labelling) {
        Target target = labelling.target();
        if (target.isGrouped()) {
            return Shown.name(labelling.positive() + " in " + target.expression());
        }
        return Shown.name(
                target.comparison() == null ? target.column() + " = " + labelling.positive() : labelling.positive());
    }

    /** Empty where the loss is not known. */
    static String loss(double loss, double nullLoss, Model model) {
        if (Double.isNaN(loss)) {
            return "";
        }
        return "%s per example%s; %s %s"
                .formatted(
                        Numbers.significant(loss, 5),
                        isRelaxed(model) ? " of the penalised fit" : "",
                        Numbers.significant(nullLoss, 5),
                        nullModel(model));
    }

    /** Whether the coefficients are not those of the minimum. */
    static boolean isRelaxed(Model model) {
        return model.facts().path() != null && model.facts().path().gamma() < 1;
    }

    /** What a model is measured against. */
    static String nullModel(Model model) {
        return hasBias(model) ? "with the bias alone" : "without coefficients";
    }

    static boolean hasBias(Model model) {
        return model.coefficients().bias().length > 0;
    }

    /** How near the optimum the fit is, and who says so. */
    static String optimum(Fit fit) {
        String by = "%s, %s".formatted(fit.solver(), Numbers.of(fit.iterations(), "step"));
        return fit.converged()
                ? "%s (%s)".formatted(distance(fit), by)
                : "not reached: %s; %s (%s)".formatted(fit.reason(), distance(fit), by);
    }

    private static String distance(Fit fit) {
        Certificate c = fit.certificate();
        return switch (c.kind()) {
            case SELF_CONCORDANCE ->
                "proved: at most %s above the minimum%s"
                        .formatted(Numbers.bound(c.relativeGap()), errors(c.inStandardErrors()));
            case DUALITY_GAP ->
                "proved: at most %s above the minimum, by the duality gap".formatted(Numbers.bound(c.relativeGap()));
            case GRADIENT ->
                "gradient %s, with no bound on the distance to the minimum"
                        .formatted(Numbers.bound(fit.gradientNorm()));
        };
    }

    private static String errors(double distance) {
        return Double.isFinite(distance) ? ", %s standard errors away".formatted(Numbers.bound(distance)) : "";
    }

    static String separation(String verdict, String kind, List<String> columns) {
        return switch (verdict) {
            case "none" -> "";
            case "separated" -> "%sby %s: no finite estimate is the best".formatted(kind, list(columns));
            default -> "undecided: some estimates may be infinite";
        };
    }

    /** The names, or the first of them and how many more. */
    static String list(List<String> names) {
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(LISTED, names.size())));
        if (shown.size() < names.size()) {
            shown.add((names.size() - shown.size()) + " more");
        }
        if (shown.isEmpty()) {
            return "";
        }
        String last = Shown.name(shown.remove(shown.size() - 1));
        return shown.isEmpty() ? last : Shown.name(String.join(", ", shown)) + " and " + last;
    }

    /** What a model file knows of its optimum; empty where that is nothing. */
    static String optimum(Facts.Run run) {
        if (Double.isNaN(run.gradientNorm())) {
            return "";
        }
        String bound = Double.isFinite(run.relativeGap())
                ? "proved: at most %s above the minimum (%s)"
                        .formatted(Numbers.bound(run.relativeGap()), run.certificate())
                : "gradient %s, no bound".formatted(Numbers.bound(run.gradientNorm()));
        return "%s by %s after %s; %s"
                .formatted(
                        run.converged() ? "reached" : "not reached",
                        run.solver(),
                        Numbers.of(run.iterations(), "step"),
                        bound);
    }

    /** Where the model is and what to do with it; nothing where none was written. */
    static void next(Path model, StringBuilder out) {
        if (model != null) {
            String name = Shown.name(quoted(model.toString()));
            out.append("\nmodel written to ").append(name);
            out.append("\nnext: odds predict ").append(name).append(" DATA\n");
        }
    }

    /** As a shell reads it. */
    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}/._-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
