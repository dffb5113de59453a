package dev.odds.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns of equal length under distinct names.
 *
 * @param source where the table came from, as the user named it
 * @param rows the number of rows
 * @param columns the columns in the order of the file
 */
public record Table(String source, int rows, List<Column> columns) implements Data {
    public Table {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new InputException(
                        "%s: found two columns named %s, expected distinct names".formatted(source, column.name()));
            }
            if (column.rows() != rows) {
                throw new InputException("%s: column %s has %d rows, expected %d as in the others"
                        .formatted(source, column.name(), column.rows(), rows));
            }
        }
    }

    /** The column of that name, if there is one. */
    public Optional<Column> find(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
