package dev.odds.report;

import dev.odds.Fit;
import dev.odds.inference.Estimate;
import dev.odds.optimize.Certificate;
import dev.odds.train.Separation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a fit says of itself, in sentences. */
final class Words {
    private static final int LISTED = 12;

    private Words() {}

    /** How near the optimum the fit is, and who says so. */
    static String certificate(Fit fit) {
        Certificate c = fit.certificate();
        String steps = "%s after %s".formatted(fit.solver(), Numbers.of(fit.iterations(), "step"));
        return switch (c.kind()) {
            case SELF_CONCORDANCE -> "%s, within %s of the optimum, proved%s".formatted(steps, Numbers.bound(c.relativeGap()), errors(c));
            case DUALITY_GAP -> "%s, within %s of the optimum, proved by the duality gap".formatted(steps, Numbers.bound(c.relativeGap()));
            case GRADIENT -> "%s, with a gradient of norm %s; how near the optimum is cannot be proved here".formatted(steps, Numbers.bound(fit.gradientNorm()));
        };
    }

    private static String errors(Certificate c) {
        return Double.isFinite(c.inStandardErrors())
                ? " (%s standard errors)".formatted(Numbers.bound(c.inStandardErrors()))
                : "";
    }

    /** What the verdict on separation means for the reader; empty where there is nothing to say. */
    static String separation(Fit fit) {
        Separation separation = fit.separation();
        return switch (separation.verdict()) {
            case NONE -> "";
            case SEPARATED -> "the data are separated: %s predict some labels without error, so their estimates are infinite; a penalty such as --lambda 0.01 gives finite ones".formatted(list(separation.columns()));
            case UNDECIDED -> "whether the data are separated could not be decided: the estimates may be infinite; a penalty such as --lambda 0.01 gives finite ones";
        };
    }

    /** Which coefficients are not there, and why; empty where there are all. */
    static String aliased(Fit fit) {
        List<String> names = names(fit, Estimate::aliased);
        return names.isEmpty()
                ? ""
                : "%s %s no coefficient: constant, or a combination of columns before"
                        .formatted(list(names), names.size() == 1 ? "has" : "have");
    }

    private static List<String> names(Fit fit, Predicate<Estimate> which) {
        return fit.coefficients().stream().filter(which).map(Estimate::name).toList();
    }

    static String list(List<String> names) {
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(LISTED, names.size())));
        if (shown.size() < names.size()) {
            shown.add((names.size() - shown.size()) + " more");
        }
        String last = Shown.name(shown.remove(shown.size() - 1));
        return shown.isEmpty() ? last : Shown.name(String.join(", ", shown)) + " and " + last;
    }
}
