package dev.odds.report;

import dev.odds.model.Facts;
import dev.odds.model.Model;
import dev.odds.model.ModelPath;
import dev.odds.model.ModelPath.Curve;
import dev.odds.model.ModelPath.Validation;
import java.util.List;

/** A path of models and which of them was chosen, to be read. */
public final class PathText {
    private PathText() {}

    /**
     * Writes what was fitted to what, the path, the coefficients at the chosen lambda, and what to do next.
     *
     * @param model the chosen one, with its path
     * @param notes what was decided on the way
     * @param all whether every lambda and every coefficient is shown, however many there are
     */
    public static String of(Model model, List<String> notes, Circumstances around, boolean all) {
        StringBuilder out = new StringBuilder();
        Facts facts = model.facts();
        ModelPath path = model.path();
        out.append("P(%s) from %s of %s%s at %s\n\n"
                .formatted(
                        Words.event(model.labelling()),
                        Numbers.of(model.encoder().features().size(), "feature"),
                        Numbers.of(facts.sample().examples(), "example"),
                        facts.sample().dropped() == 0
                                ? ""
                                : ", %s dropped,"
                                        .formatted(Numbers.of(facts.sample().dropped(), "row")),
                        Numbers.of(path.points().size(), "lambda")));
        new PathTable(path).print(all, out);
        out.append('\n');
        new CoefficientTable(Estimates.of(model), false, PenaltyText.isSelecting(model)).print(all, out);
        out.append('\n');
        Paragraph.print("chosen", chosen(path), out);
        Paragraph.print("log-loss", Words.loss(facts.run().loss(), facts.run().nullLoss(), model), out);
        PenaltyText.print(model, out);
        Paragraph.print("optimum", Words.optimum(facts.run()), out);
        notes.forEach(note -> Paragraph.print("note", Shown.name(note), out));
        Words.next(around.model(), out);
        return out.toString();
    }

    /** Which lambda was chosen, by what, of how many. */
    static String chosen(ModelPath path) {
        String which = "lambda %s, %d of %d: %s"
                .formatted(
                        lambda(path, path.chosen()),
                        path.chosen() + 1,
                        path.points().size(),
                        path.validation() == null
                                ? "the last; with --folds cross-validation chooses"
                                : by(path, path.validation()));
        String relaxed =
                "; relaxed: %s of the penalised coefficients and %s of those without a penalty on the selected columns";
        return path.gamma() == 1
                ? which
                : which + relaxed.formatted(Numbers.shortest(path.gamma()), Numbers.shortest(1 - path.gamma()));
    }

    private static String by(ModelPath path, Validation validation) {
        String measure = "mean %s of %d folds".formatted(Shown.name(validation.measure()), validation.folds());
        String best = lambda(path, validation.min());
        String other = lambda(path, validation.oneStandardError());
        String value = value(validation, path.chosen());
        return path.rule().equals("1se")
                ? "the largest within one standard error of the best %s%s; the best is at lambda %s"
                        .formatted(measure, value, best)
                : "the best %s%s%s; within one standard error of it up to lambda %s"
                        .formatted(measure, value, end(path), other);
    }

    private static String end(ModelPath path) {
        boolean last = path.validation().min() == path.points().size() - 1;
        return last ? ", at the end of the path, so that a smaller lambda may be better" : "";
    }

    private static String value(Validation validation, int point) {
        Curve curve = PathTable.curve(validation);
        return curve == null
                ? ""
                : ", %s +- %s"
                        .formatted(
                                Numbers.significant(curve.mean()[point], 5),
                                Numbers.significant(curve.error()[point], 2));
    }

    private static String lambda(ModelPath path, int point) {
        return Numbers.significant(path.points().get(point).lambda(), 4);
    }
}
