package dev.odds.design;

import dev.odds.table.Column;
import dev.odds.table.InputException;
import dev.odds.table.NumericColumn;
import dev.odds.table.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The columns of a table that are neither its target nor features. */
final class OtherColumns {
    private final Table table;
    private final Target target;
    private final Sampling sampling;
    private final NumericColumn weights;
    private final NumericColumn offset;
    private final Column cluster;

    OtherColumns(Table table, Roles roles, Target target) {
        this.table = table;
        this.target = target;
        this.sampling = roles.sampling();
        this.weights = numbers(roles.weights(), "weights");
        this.offset = numbers(roles.offset(), "offset");
        this.cluster = column(sampling.cluster(), "cluster");
    }

    /** Those that a row needs a value of. */
    List<Column> needed() {
        return Stream.of(offset, cluster).filter(Objects::nonNull).toList();
    }

    /** The offset of each row, or null. */
    double[] offsets() {
        return offset == null ? null : offset.toArray();
    }

    /** The weight of each row, or null; a row of weight 0 is dropped, which a note tells. */
    double[] weights(RowFilter filter, List<String> notes) {
        if (weights == null) {
            return null;
        }
        double[] of = weights.toArray();
        Responses.checkWeights(of, weights.name(), table.source());
        for (int row = 0; row < of.length; row++) {
            if (of[row] == 0) {
                filter.drop(row);
            }
        }
        if (filter.kept() < filter.total()) {
            notes.add("left out %s of weight 0".formatted(Numbers.rows(filter.total() - filter.kept())));
        }
        return of;
    }

    /**
     * What of the examples is independent.
     *
     * @param rowWeights the weight of each row, or null
     * @param rows those that are examples
     */
    Units units(double[] rowWeights, RowIndex rows) {
        double[] ofGroups = null;
        if (target.isGrouped() && rowWeights != null) {
            ofGroups = new double[rows.count()];
            for (int i = 0; i < ofGroups.length; i++) {
                ofGroups[i] = rowWeights[rows.row(i)];
            }
        }
        ClusterCodes codes =
                cluster == null ? new ClusterCodes(null, 0) : ClusterCodes.of(cluster, rows, table.source());
        return new Units(sampling.weighted(), target.isGrouped(), ofGroups, codes.codes(), codes.count());
    }

    private NumericColumn numbers(String name, String role) {
        return name == null ? null : ColumnValues.numeric(column(name, role), table.source());
    }

    private Column column(String name, String role) {
        if (name != null && target.columns().contains(name)) {
            throw new InputException(
                    "%s: column %s is asked to be target and %s, expected one".formatted(table.source(), name, role));
        }
        return name == null ? null : Names.find(table, name);
    }
}
