package dev.odds;

import dev.odds.design.Response;
import dev.odds.table.InputException;

/**
 * One of many models over one X: what varies.
 *
 * @param response who counts, and for which label
 * @param lambda the penalty, at least 0
 */
public record Variant(Response response, double lambda) {
    public Variant {
        if (!(lambda >= 0 && lambda <= Double.MAX_VALUE)) {
            throw new InputException("lambda is %s; expected a finite number of at least 0".formatted(lambda));
        }
    }
}
