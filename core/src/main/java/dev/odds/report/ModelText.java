package dev.odds.report;

import dev.odds.design.TableEncoder;
import dev.odds.design.Term;
import dev.odds.model.Facts;
import dev.odds.model.Model;
import java.util.List;

/** What a model file holds, to be read. */
public final class ModelText {
    private ModelText() {}

    /**
     * Writes what the model predicts and from what, its coefficients, and how it came to be.
     *
     * @param all whether every coefficient is shown, however many there are
     */
    public static String of(Model model, boolean all) {
        StringBuilder out = new StringBuilder();
        Facts facts = model.facts();
        out.append("P(%s) from %s, %s %s by Odds %s\n\n"
                .formatted(
                        Words.event(model.labelling()),
                        Numbers.of(model.encoder().features().size(), "feature"),
                        facts.sample().examples() == 0
                                ? "taken from"
                                : "fitted to %s of"
                                        .formatted(Numbers.of(facts.sample().examples(), "example")),
                        Shown.name(facts.sample().source()),
                        Shown.name(facts.version())));
        if (facts.path() != null) {
            new PathTable(facts.path()).print(all, out);
            out.append('\n');
        }
        new CoefficientTable(Estimates.of(model), false, PenaltyText.isSelecting(model)).print(all, out);
        out.append('\n');
        Paragraph.print("labels", labels(model), out);
        Paragraph.print("columns", columns(model), out);
        Paragraph.print("weights", model.weights() == null ? "" : "column " + Shown.name(model.weights()), out);
        Paragraph.print(
                "dropped",
                facts.sample().dropped() == 0 ? "" : Numbers.of(facts.sample().dropped(), "row"),
                out);
        Paragraph.print("log-loss", Words.loss(facts.run().loss(), facts.run().nullLoss(), model), out);
        Paragraph.print("chosen", facts.path() == null ? "" : PathText.chosen(facts.path()), out);
        PenaltyText.print(model, out);
        Paragraph.print("optimum", Words.optimum(facts.run()), out);
        Paragraph.print(
                "separation",
                Words.separation(
                        facts.separation().verdict(), "", facts.separation().columns()),
                out);
        Paragraph.print("covariance", covariance(facts), out);
        Paragraph.print("fingerprint", facts.run().fingerprint(), out);
        return out.toString();
    }

    private static String labels(Model model) {
        return "1 is %s, 0 is %s"
                .formatted(
                        Shown.name(model.labelling().positive()),
                        Shown.name(model.labelling().negative()));
    }

    private static String columns(Model model) {
        if (!(model.encoder() instanceof TableEncoder table)) {
            return "sparse rows";
        }
        List<String> names = table.terms().stream().map(Term::column).toList();
        return Words.list(names) + (table.offset() == null ? "" : "; offset " + Shown.name(table.offset()));
    }

    private static String covariance(Facts facts) {
        return facts.covariance() == null
                ? ""
                : "%s, of %s"
                        .formatted(
                                Shown.name(facts.covariance().name()),
                                Numbers.of(facts.covariance().variables().length, "coefficient"));
    }
}
