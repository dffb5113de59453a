package dev.odds.spark.submit;

import dev.odds.design.Labelling;
import dev.odds.design.Target;
import dev.odds.table.InputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/**
 * Which value of a column is label 1.
 *
 * @param labelling by name
 * @param positive the value, a number or text
 */
record LabelChoice(Labelling labelling, Object positive) {
    private static final int LISTED = 6;
    private static final Set<String> OBVIOUS = Set.of("1", "yes", "true");
    private static final Set<String> NEGATIVE = Set.of("no", "false");

    /**
     * The one that is asked for, else the second of two.
     *
     * @param values all there are, in their order
     * @param asked in the user's words, or null
     * @param notes a sentence is added where it could have been the other
     * @throws InputException if there are not two values, or none is the one asked for
     */
    static LabelChoice of(List<Object> values, StructField target, String asked, List<String> notes) {
        List<String> names = values.stream().map(LabelChoice::text).toList();
        if (values.size() < 2 || (values.size() > 2 && asked == null)) {
            throw new InputException(
                    "--target is %s: found %s; expected two labels, or --positive VALUE for one of more against the rest"
                            .formatted(target.name(), told(names)));
        }
        int one = asked == null ? second(names) : names.indexOf(asked);
        if (one < 0) {
            throw new InputException("--positive is %s: no row has it; found %s".formatted(asked, told(names)));
        }
        boolean rest = values.size() > 2;
        String name = names.get(one);
        String other = rest ? "not " + name : names.get(1 - one);
        if (asked == null && !OBVIOUS.contains(name.toLowerCase(Locale.ROOT))) {
            notes.add("positive is %s, the second of %s and %s; --positive decides otherwise"
                    .formatted(name, other, name));
        }
        Target column = new Target(target.name(), target.name(), null, null);
        return new LabelChoice(new Labelling(column, name, other, rest), values.get(one));
    }

    /** The second in order, but never no beside Yes. */
    private static int second(List<String> names) {
        return NEGATIVE.contains(names.get(1).toLowerCase(Locale.ROOT)) ? 0 : 1;
    }

    private static String told(List<String> names) {
        String listed = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
        return "%d value%s: %s%s"
                .formatted(names.size(), names.size() == 1 ? "" : "s", listed, names.size() > LISTED ? ", ..." : "");
    }

    /** Whole numbers without a point, as a file has them. */
    private static String text(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : value.toString();
    }

    /** 1 where a row has the positive value, else 0. */
    Column of(Column values) {
        return functions.when(values.equalTo(positive), 1.0).otherwise(0.0);
    }
}
