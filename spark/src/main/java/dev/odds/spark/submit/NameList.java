package dev.odds.spark.submit;

import dev.odds.table.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names between commas; one that holds a comma is put in double quotes, a quote inside twice, as in a CSV file. */
final class NameList {
    private static final Pattern NAME = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\"][^,]*|))(,|$)");

    private NameList() {}

    /**
     * The names in a text.
     *
     * @throws InputException if a quote is never closed, or closed before the end of a name
     */
    static List<String> of(String option, String text) {
        List<String> names = new ArrayList<>();
        Matcher next = NAME.matcher(text);
        boolean more = true;
        while (more) {
            if (!next.find()) {
                throw new InputException("%s is %s; expected names between commas, each quote closed at the end of one"
                        .formatted(option, text));
            }
            names.add(next.group(1) == null ? next.group(2) : next.group(1).replace("\"\"", "\""));
            more = !next.group(3).isEmpty();
        }
        return names;
    }
}
