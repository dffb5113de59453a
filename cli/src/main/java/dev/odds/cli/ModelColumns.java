package dev.odds.cli;

import dev.odds.design.CategoricalTerm;
import dev.odds.design.TableEncoder;
import dev.odds.design.Term;
import dev.odds.model.Model;
import dev.odds.table.ReadOptions;
import dev.odds.table.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which columns of a file a model needs, and of what kind. */
final class ModelColumns {
    private ModelColumns() {}

    /** What a prediction needs. */
    static Schema schema(Model model, boolean keepTexts) {
        List<Schema.Field> fields = new ArrayList<>();
        if (model.encoder() instanceof TableEncoder encoder) {
            for (Term term : encoder.terms()) {
                fields.add(
                        term instanceof CategoricalTerm levels
                                ? new Schema.Text(levels.column(), levels.levels())
                                : new Schema.Numbers(term.column()));
            }
            if (encoder.offset() != null) {
                fields.add(new Schema.Numbers(encoder.offset()));
            }
        }
        return new Schema(fields, keepTexts);
    }

    /** Reads what an evaluation needs: the columns of the model, its target and its weights, and no others. */
    static ReadOptions reading(Model model, ReadOptions options) {
        if (!(model.encoder() instanceof TableEncoder encoder)) {
            return options;
        }
        Set<String> categorical = new HashSet<>();
        Set<String> numeric = new HashSet<>();
        for (Term term : encoder.terms()) {
            (term instanceof CategoricalTerm ? categorical : numeric).add(term.column());
        }
        Set<String> only = new HashSet<>(categorical);
        only.addAll(numeric);
        only.add(model.labelling().target().column());
        if (encoder.offset() != null) {
            only.add(encoder.offset());
        }
        if (model.weights() != null) {
            only.add(model.weights());
        }
        return options.withOnly(only).withCategorical(categorical).withNumeric(numeric);
    }
}
