package dev.odds.report;

import dev.odds.Constraints;
import dev.odds.Shrinkage;
import dev.odds.model.Facts;
import dev.odds.model.Model;
import java.util.ArrayList;
import java.util.List;

/** Which bounds hold coefficients. */
final class ActiveBounds {
    private ActiveBounds() {}

    /** The names of the coefficients that are at a bound; of those that are 0 a lasso has said so already. */
    static List<String> of(Model model) {
        Facts.Penalty penalty = model.facts().penalty();
        List<String> active = new ArrayList<>();
        if (!penalty.isBounded()) {
            return active;
        }
        Shrinkage bounds = Shrinkage.NONE.withBounds(penalty.lower(), penalty.upper());
        Constraints of = Constraints.of(bounds, model.encoder());
        double[] theta = model.coefficients().theta();
        boolean lasso = penalty.lambda() * penalty.l1Ratio() > 0;
        for (int j = 0; j < theta.length; j++) {
            boolean at = theta[j] == of.lower()[j] || theta[j] == of.upper()[j];
            if (at && !(lasso && theta[j] == 0)) {
                active.add(model.encoder().features().get(j));
            }
        }
        return active;
    }
}
