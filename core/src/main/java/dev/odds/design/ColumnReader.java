package dev.odds.design;

import java.util.Optional;

/**
 * Turns examples into columns, in two readings: one counts, so that the memory is known before it is taken, and one writes. Every shard
 * writes to places of its own, so that the columns are the same on any number of threads.
 */
final class ColumnReader {
    private final ActiveSet active;
    private final Block[] blocks;
    private final Shards shards;
    private final Workers workers;

    /** What is done with an entry that is not 0. */
    private interface Visit {
        void entry(int row, int column, double x);
    }

    /** Of these features, which are increasing, of some blocks. */
    ColumnReader(int[] features, int d, Block[] blocks, Shards shards, Workers workers) {
        this.active = ActiveSet.of(features, d);
        this.blocks = blocks;
        this.shards = shards;
        this.workers = workers;
    }

    /** The columns, where they take no more than so many bytes. O(stored entries of X). */
    Optional<Columns> read(long limit) {
        if (shards.examples() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        ColumnCounts[] counts = new ColumnCounts[shards.count()];
        workers.run(counts.length, shard -> counts[shard] = count(shard));
        ColumnCounts all = ColumnCounts.empty(active.size());
        for (ColumnCounts shard : counts) {
            all.add(shard);
        }
        ColumnLayout layout = ColumnLayout.of(active.features(), (int) shards.examples(), all);
        return layout.fits(limit) ? Optional.of(write(layout, counts)) : Optional.empty();
    }

    private ColumnCounts count(int shard) {
        ColumnCounts counts = ColumnCounts.empty(active.size());
        read(shard, (row, column, x) -> counts.count(column, x));
        return counts;
    }

    private Columns write(ColumnLayout layout, ColumnCounts[] counts) {
        int[] rows = new int[(int) layout.rows()];
        double[] values = new double[(int) layout.values()];
        int[][] next = starts(layout, counts);
        workers.run(counts.length, shard -> {
            int[] places = next[shard];
            read(shard, (row, column, x) -> {
                ColumnKind kind = layout.kinds()[column];
                int at = kind == ColumnKind.DENSE ? layout.starts()[column] + row : places[column]++;
                if (kind != ColumnKind.DENSE) {
                    rows[at] = row;
                }
                if (kind != ColumnKind.ONES) {
                    values[at] = x;
                }
            });
        });
        return new Columns(layout, rows, values);
    }

    /** Where each shard begins to write each column: after what the shards before it write. */
    private static int[][] starts(ColumnLayout layout, ColumnCounts[] counts) {
        int[][] starts = new int[counts.length][];
        starts[0] = layout.starts().clone();
        for (int shard = 1; shard < counts.length; shard++) {
            starts[shard] = starts[shard - 1].clone();
            for (int k = 0; k < starts[shard].length; k++) {
                starts[shard][k] += counts[shard - 1].entries()[k];
            }
        }
        return starts;
    }

    private void read(int shard, Visit visit) {
        int[] place = active.place();
        int[] index = new int[place.length];
        double[] value = new double[place.length];
        for (long b = shards.firstBlock(shard); b < shards.firstBlock(shard + 1); b++) {
            Block block = blocks[(int) b];
            for (int i = 0; i < block.examples(); i++) {
                int count = block.entries(i, index, value);
                for (int p = 0; p < count; p++) {
                    int column = place[index[p]];
                    if (column >= 0 && value[p] != 0) {
                        visit.entry((int) b * Block.SIZE + i, column, value[p]);
                    }
                }
            }
        }
    }
}
