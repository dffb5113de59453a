package dev.odds.model;

import dev.odds.design.CategoricalTerm;
import dev.odds.design.Labelling;
import dev.odds.design.NumericTerm;
import dev.odds.design.SparseEncoder;
import dev.odds.design.TableEncoder;
import dev.odds.design.Target;
import dev.odds.design.Term;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A model as JSON: the entries in the order in which {@link ModelReader} expects them. */
final class ModelWriter {
    private final JsonOutput out;

    private ModelWriter(JsonOutput out) {
        this.out = out;
    }

    /** The bytes of the file, the same for the same model. */
    static byte[] bytes(Model model) {
        return Checksum.seal(JsonOutput.document(out -> new ModelWriter(out).write(model)));
    }

    private void write(Model model) throws IOException {
        out.text("format", ModelFile.FORMAT);
        out.whole("formatVersion", ModelFile.VERSION);
        out.text("checksum", Checksum.BLANK);
        out.text("version", model.facts().version());
        labelling(model.labelling());
        out.optional("weights", model.weights());
        if (model.encoder() instanceof TableEncoder table) {
            out.optional("offset", table.offset());
            terms(table.terms());
        } else {
            out.texts("features", ((SparseEncoder) model.encoder()).features());
        }
        coefficients(model);
        directions(model.directions());
        new FactsWriter(out).write(model.facts(), model.names());
    }

    private void labelling(Labelling labelling) throws IOException {
        Target target = labelling.target();
        out.object("target", () -> {
            out.text("expression", target.expression());
            out.text("column", target.column());
            if (target.comparison() != null) {
                out.text("comparison", target.comparison().symbol());
                out.text("value", target.value());
            }
            out.optional("trials", target.trials());
            out.text("positive", labelling.positive());
            out.text("negative", labelling.negative());
            out.flag("rest", labelling.rest());
        });
    }

    private void terms(List<Term> terms) throws IOException {
        out.array("terms", () -> {
            for (Term term : terms) {
                out.element(() -> term(term));
            }
        });
    }

    private void term(Term term) throws IOException {
        out.text("column", term.column());
        if (term instanceof NumericTerm numeric) {
            out.text("type", "numeric");
            out.present("fill", numeric.fill());
            out.flag("indicator", numeric.indicator());
        } else {
            categorical((CategoricalTerm) term);
        }
    }

    private void categorical(CategoricalTerm term) throws IOException {
        out.text("type", "categorical");
        out.texts("levels", term.levels());
        out.text("reference", term.levels().get(term.reference()));
        if (term.fill() >= 0) {
            out.text("fill", term.levels().get(term.fill()));
        }
    }

    private void coefficients(Model model) throws IOException {
        List<String> names = model.names();
        Set<String> aliased = new HashSet<>(model.facts().aliased());
        out.array("coefficients", () -> {
            for (int j = 0; j < names.size(); j++) {
                int at = j;
                out.element(() -> coefficient(model, at, names.get(at), aliased.contains(names.get(at))));
            }
        });
    }

    private void coefficient(Model model, int j, String name, boolean aliased) throws IOException {
        double[] theta = model.coefficients().theta();
        double[] errors = model.facts().standardErrors();
        out.text("name", name);
        out.number(
                "estimate", j < theta.length ? theta[j] : model.coefficients().bias()[0]);
        if (errors != null) {
            out.present("standardError", errors[j]);
        }
        if (aliased) {
            out.flag("aliased", true);
        }
    }

    private void directions(List<double[]> directions) throws IOException {
        if (directions.isEmpty()) {
            return;
        }
        out.array("directions", () -> {
            for (double[] direction : directions) {
                out.numbers(direction);
            }
        });
    }
}
