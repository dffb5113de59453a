package dev.odds.report;

import dev.odds.design.Span;
import dev.odds.model.Model;
import java.util.stream.IntStream;

/**
 * What a penalty has selected.
 *
 * @param coefficients how many are not 0, the bias aside
 * @param columns how many columns have such a coefficient
 * @param all how many columns there are
 */
record Selection(long coefficients, long columns, int all) {
    static Selection of(Model model) {
        double[] theta = model.coefficients().theta();
        long selected = model.encoder().spans().stream()
                .filter(span -> isSelected(span, theta))
                .count();
        long nonZeros =
                IntStream.range(0, theta.length).filter(j -> theta[j] != 0).count();
        return new Selection(nonZeros, selected, model.encoder().spans().size());
    }

    private static boolean isSelected(Span span, double[] theta) {
        return IntStream.range(span.from(), span.to()).anyMatch(j -> theta[j] != 0);
    }
}
