package dev.odds.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.odds.design.CategoricalTerm;
import dev.odds.design.Labelling;
import dev.odds.design.NumericTerm;
import dev.odds.design.SparseEncoder;
import dev.odds.design.TableEncoder;
import dev.odds.design.Target;
import dev.odds.design.Term;
import dev.odds.table.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A model as JSON: the entries in the order in which {@link ModelReader} expects them. */
final class ModelWriter {
    private final JsonGenerator out;

    private ModelWriter(JsonGenerator out) {
        this.out = out;
    }

    /** The bytes of the file, the same for the same model. */
    static byte[] bytes(Model model) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(bytes).setPrettyPrinter(new Layout())) {
            new ModelWriter(json).write(model);
        } catch (IOException impossible) {
            throw new IllegalStateException("nothing fails in memory", impossible);
        }
        bytes.write('\n');
        return Checksum.seal(bytes.toByteArray());
    }

    private void write(Model model) throws IOException {
        out.writeStartObject();
        text("format", ModelFile.FORMAT);
        out.writeNumberField("formatVersion", ModelFile.VERSION);
        text("checksum", Checksum.BLANK);
        text("version", model.facts().version());
        labelling(model.labelling());
        optional("weights", model.weights());
        if (model.encoder() instanceof TableEncoder table) {
            optional("offset", table.offset());
            terms(table.terms());
        } else {
            texts("features", ((SparseEncoder) model.encoder()).features());
        }
        coefficients(model);
        directions(model.directions());
        facts(model.facts());
        covariance(model.facts().covariance(), model.names());
        out.writeEndObject();
    }

    private void labelling(Labelling labelling) throws IOException {
        Target target = labelling.target();
        out.writeObjectFieldStart("target");
        text("expression", target.expression());
        text("column", target.column());
        if (target.comparison() != null) {
            text("comparison", target.comparison().symbol());
            text("value", target.value());
        }
        optional("trials", target.trials());
        text("positive", labelling.positive());
        text("negative", labelling.negative());
        out.writeBooleanField("rest", labelling.rest());
        out.writeEndObject();
    }

    private void terms(List<Term> terms) throws IOException {
        out.writeArrayFieldStart("terms");
        for (Term term : terms) {
            out.writeStartObject();
            text("column", term.column());
            if (term instanceof NumericTerm numeric) {
                text("type", "numeric");
                present("fill", numeric.fill());
                out.writeBooleanField("indicator", numeric.indicator());
            } else {
                categorical((CategoricalTerm) term);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void categorical(CategoricalTerm term) throws IOException {
        text("type", "categorical");
        texts("levels", term.levels());
        text("reference", term.levels().get(term.reference()));
        if (term.fill() >= 0) {
            text("fill", term.levels().get(term.fill()));
        }
    }

    private void coefficients(Model model) throws IOException {
        double[] theta = model.coefficients().theta();
        double[] errors = model.facts().standardErrors();
        List<String> names = model.names();
        Set<String> aliased = new HashSet<>(model.facts().aliased());
        out.writeArrayFieldStart("coefficients");
        for (int j = 0; j < names.size(); j++) {
            out.writeStartObject();
            text("name", names.get(j));
            number(
                    "estimate",
                    j < theta.length ? theta[j] : model.coefficients().bias()[0]);
            if (errors != null) {
                present("standardError", errors[j]);
            }
            if (aliased.contains(names.get(j))) {
                out.writeBooleanField("aliased", true);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void directions(List<double[]> directions) throws IOException {
        if (directions.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("directions");
        for (double[] direction : directions) {
            out.writeArray(direction, 0, direction.length);
        }
        out.writeEndArray();
    }

    private void facts(Facts facts) throws IOException {
        out.writeObjectFieldStart("sample");
        text("source", facts.sample().source());
        out.writeNumberField("examples", facts.sample().examples());
        out.writeNumberField("dropped", facts.sample().dropped());
        number("weight", facts.sample().weight());
        out.writeEndObject();
        out.writeObjectFieldStart("penalty");
        number("lambda", facts.penalty().lambda());
        number("l1Ratio", facts.penalty().l1Ratio());
        out.writeBooleanField("standardize", facts.penalty().standardize());
        if (facts.penalty().firth()) {
            out.writeBooleanField("firth", true);
        }
        out.writeEndObject();
        run(facts.run());
        out.writeObjectFieldStart("separation");
        text("verdict", facts.separation().verdict());
        texts("columns", facts.separation().columns());
        out.writeEndObject();
    }

    private void covariance(Facts.Covariance covariance, List<String> names) throws IOException {
        if (covariance == null) {
            return;
        }
        out.writeObjectFieldStart("covariance");
        text("name", covariance.name());
        texts(
                "coefficients",
                Arrays.stream(covariance.variables()).mapToObj(names::get).toList());
        numbers("center", covariance.center());
        numbers("packed", covariance.packed());
        out.writeEndObject();
    }

    private void numbers(String name, double[] numbers) throws IOException {
        out.writeFieldName(name);
        out.writeArray(numbers, 0, numbers.length);
    }

    private void run(Facts.Run run) throws IOException {
        out.writeObjectFieldStart("run");
        text("solver", run.solver());
        out.writeNumberField("iterations", run.iterations());
        out.writeBooleanField("converged", run.converged());
        text("certificate", run.certificate());
        present("relativeGap", run.relativeGap());
        present("inStandardErrors", run.inStandardErrors());
        number("gradientNorm", run.gradientNorm());
        number("loss", run.loss());
        number("nullLoss", run.nullLoss());
        text("fingerprint", run.fingerprint());
        out.writeEndObject();
    }

    private void text(String name, String text) throws IOException {
        out.writeStringField(name, checked(text));
    }

    /** Half a surrogate pair would be written as something else. */
    private static String checked(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InputException(
                    "a name or a level of the model is not valid Unicode, expected it to be: nothing was written");
        }
        return text;
    }

    private void texts(String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(checked(text));
        }
        out.writeEndArray();
    }

    private void optional(String name, String text) throws IOException {
        if (text != null) {
            text(name, text);
        }
    }

    private void present(String name, double value) throws IOException {
        if (!Double.isNaN(value)) {
            number(name, value);
        }
    }

    private void number(String name, double value) throws IOException {
        if (Double.isNaN(value)) {
            throw new InputException(
                    "%s of the model is not a number, expected one: nothing was written".formatted(name));
        }
        if (Double.isInfinite(value)) {
            text(name, value > 0 ? "Infinity" : "-Infinity");
        } else {
            out.writeNumberField(name, value);
        }
    }
}
