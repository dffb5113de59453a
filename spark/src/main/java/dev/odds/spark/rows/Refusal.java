package dev.odds.spark.rows;

import dev.odds.table.InputException;
import java.util.List;

/**
 * Tells in one sentence why a dataset cannot be fitted.
 *
 * @param columns which columns were read
 * @param names of the features, or null where they have none
 */
public record Refusal(DataColumns columns, List<String> names) {
    /**
     * Looks for the first row that is bad, or whose vector is of another size than those of the partitions before it.
     *
     * @param partitions in order
     * @throws InputException if there is such a row, or no row at all
     */
    public void check(List<Extent> partitions) {
        long before = 0;
        int features = -1;
        for (int p = 0; p < partitions.size(); p++) {
            Extent extent = partitions.get(p);
            if (features >= 0 && extent.features() >= 0 && extent.features() != features) {
                throw told(
                        columns.features(),
                        before,
                        p,
                        0,
                        "found a vector of size %d, expected %d as in the partitions before it; make vectors of one size"
                                .formatted(extent.features(), features));
            }
            BadRow bad = extent.bad();
            if (bad != null) {
                throw told(bad.column() + feature(bad.feature()), before + bad.row(), p, bad.row(), bad.told());
            }
            features = Math.max(features, extent.features());
            before += extent.rows();
        }
        if (before == 0) {
            throw new InputException("the dataset has no rows, expected some of both labels");
        }
    }

    private static InputException told(String column, long row, int partition, long within, String told) {
        return new InputException("column %s, row %d (row %d of partition %d): %s"
                .formatted(column, row + 1, within + 1, partition, told));
    }

    private String feature(int feature) {
        if (feature < 0) {
            return "";
        }
        String name = names == null || feature >= names.size() ? null : names.get(feature);
        return ", feature %d%s".formatted(feature + 1, name == null ? "" : " (" + name + ")");
    }
}
