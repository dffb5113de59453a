package dev.odds.model;

import dev.odds.design.CategoricalTerm;
import dev.odds.design.Comparison;
import dev.odds.design.Encoder;
import dev.odds.design.Labelling;
import dev.odds.design.NumericTerm;
import dev.odds.design.SparseEncoder;
import dev.odds.design.TableEncoder;
import dev.odds.design.Target;
import dev.odds.design.Term;
import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link ModelWriter} writes, entry after entry. */
final class ModelReader {
    private final JsonInput in;

    private ModelReader(JsonInput in) {
        this.in = in;
    }

    /**
     * The model in a file.
     *
     * @param bytes the whole file
     * @param file its name, for messages
     * @throws InputException naming the place, if it is anything but a whole, unaltered model
     */
    static Model read(byte[] bytes, String file) {
        ModelReader reader = new ModelReader(new JsonInput(bytes, file));
        reader.head(bytes, file);
        try {
            return reader.model();
        } catch (InputException told) {
            throw told;
        } catch (IllegalArgumentException inconsistent) {
            throw reader.in.bad(inconsistent.getMessage());
        }
    }

    private void head(byte[] bytes, String file) {
        in.object();
        String format = in.field("format").text();
        if (!format.equals(ModelFile.FORMAT)) {
            throw in.bad("found another format, expected " + ModelFile.FORMAT);
        }
        long version = in.field("formatVersion").whole(Integer.MAX_VALUE);
        if (version != ModelFile.VERSION) {
            throw new InputException(
                    "%s: format version %d, expected %d: read it with the release of Odds that wrote it"
                            .formatted(file, version, ModelFile.VERSION));
        }
        in.field("checksum");
        int at = in.textStart();
        if (!Checksum.holds(bytes, at, in.text())) {
            throw new InputException(
                    "%s: the checksum does not match, expected the file as it was written: it was damaged or edited, copy or fit it again"
                            .formatted(file));
        }
    }

    private Model model() {
        String version = in.field("version").text();
        Labelling labelling = labelling();
        String weights = in.optional("weights") ? in.text() : null;
        String offset = in.optional("offset") ? in.text() : null;
        Encoder encoder = offset == null && in.optional("features")
                ? new SparseEncoder(in.texts())
                : new TableEncoder(terms(), offset);
        CoefficientTable coefficients = coefficients(encoder.features());
        List<double[]> directions = in.optional("directions") ? directions() : List.of();
        Facts facts = new FactsReader(in).read(version, coefficients);
        in.endObject();
        in.end();
        return new Model(encoder, labelling, weights, coefficients.coefficients(), directions, facts);
    }

    private Labelling labelling() {
        in.field("target").object();
        String expression = in.field("expression").text();
        String column = in.field("column").text();
        Comparison comparison = in.optional("comparison") ? comparison(in.text()) : null;
        String value = comparison == null ? null : in.field("value").text();
        String trials = comparison == null && in.optional("trials") ? in.text() : null;
        Labelling labelling = new Labelling(
                new Target(expression, column, comparison, value, trials),
                in.field("positive").text(),
                in.field("negative").text(),
                in.field("rest").flag());
        in.endObject();
        return labelling;
    }

    private Comparison comparison(String symbol) {
        return Arrays.stream(Comparison.values())
                .filter(c -> c.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> in.bad("found another comparison, expected one of = != < <= > >="));
    }

    private List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        in.field("terms").array();
        while (in.more()) {
            in.object();
            String column = in.field("column").text();
            String type = in.field("type").text();
            terms.add(
                    switch (type) {
                        case "numeric" -> numeric(column);
                        case "categorical" -> categorical(column);
                        default -> throw in.bad("found another type, expected numeric or categorical");
                    });
            in.endObject();
        }
        return terms;
    }

    private Term numeric(String column) {
        double fill = in.optional("fill") ? in.number() : Double.NaN;
        return new NumericTerm(column, fill, in.field("indicator").flag());
    }

    private Term categorical(String column) {
        List<String> levels = in.field("levels").texts();
        int reference = level(in.field("reference").text(), levels);
        int fill = in.optional("fill") ? level(in.text(), levels) : -1;
        return new CategoricalTerm(column, levels, reference, fill);
    }

    private int level(String text, List<String> levels) {
        int level = levels.indexOf(text);
        if (level < 0) {
            throw in.bad("found a level that is none of the column's, expected one of them");
        }
        return level;
    }

    private CoefficientTable coefficients(List<String> features) {
        CoefficientTable table = new CoefficientTable(features);
        in.field("coefficients").array();
        while (in.more()) {
            in.object();
            String name = in.field("name").text();
            if (!name.equals(table.next())) {
                throw in.bad("found the coefficient of another feature, expected " + table.expected());
            }
            double estimate = in.field("estimate").number();
            double error = in.optional("standardError") ? in.number() : Double.NaN;
            boolean aliased = in.optional("aliased") && in.flag();
            table.add(estimate, error, aliased);
            in.endObject();
        }
        if (!table.complete()) {
            throw in.bad("found the last coefficient, expected another: " + table.expected());
        }
        return table;
    }

    private List<double[]> directions() {
        List<double[]> directions = new ArrayList<>();
        in.array();
        while (in.more()) {
            directions.add(in.numbers());
        }
        return directions;
    }
}
