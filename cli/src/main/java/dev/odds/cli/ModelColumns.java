package dev.odds.cli;

import dev.odds.design.CategoricalTerm;
import dev.odds.design.TableEncoder;
import dev.odds.design.Term;
import dev.odds.model.Model;
import dev.odds.table.ReadOptions;
import java.util.HashSet;
import java.util.Set;

/** Which columns of a file a model needs, and of what kind. */
final class ModelColumns {
    private ModelColumns() {}

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
        only.addAll(model.labelling().target().columns());
        if (encoder.offset() != null) {
            only.add(encoder.offset());
        }
        if (model.weights() != null) {
            only.add(model.weights());
        }
        return options.withOnly(only).withCategorical(categorical).withNumeric(numeric);
    }
}
