package dev.odds.design;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Stand-ins for the places where a design may be: they know nothing but the contract of {@link Design}. */
public final class ShardedDesigns {
    private ShardedDesigns() {}

    /** Dense blocks in a file, read again for every sum, one block in memory at a time. */
    public record OnDisk(Path file, long examples, int features, Scaling scaling) implements Design {
        public static OnDisk write(Path file, Examples x, Scaling scaling) throws IOException {
            double[] row = new double[x.features()];
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
                for (long i = 0; i < x.count(); i++) {
                    x.dense(i, 1, row, row.length);
                    for (int j = 0; j < row.length; j++) {
                        out.writeDouble((row[j] - scaling.center()[j]) * scaling.scale()[j]);
                    }
                }
            }
            return new OnDisk(file, x.count(), x.features(), scaling);
        }

        @Override
        public long stored() {
            return examples * features;
        }

        @Override
        public <S extends Sum<S>> S sum(Response y, Supplier<S> zero, Step<S> step) {
            Shards shards = Shards.of(examples, features, stored());
            MergeTree<S> tree = new MergeTree<>(shards.count());
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (int shard = 0; shard < shards.count(); shard++) {
                    S sum = zero.get();
                    for (long b = shards.firstBlock(shard); b < shards.firstBlock(shard + 1); b++) {
                        int count = shards.examplesOf(b);
                        double[] values = new double[count * features];
                        for (int v = 0; v < values.length; v++) {
                            values[v] = in.readDouble();
                        }
                        step.add(new DenseBlock(features, values, count), y.slice(b * Block.SIZE, count), sum);
                    }
                    tree.complete(shard, sum);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return tree.result();
        }
    }

    /** A cluster: blocks, steps and sums travel serialised, shards are finished in random order. */
    public record OnCluster(List<byte[]> blocks, long examples, int features, long stored, Scaling scaling, long seed)
            implements Design {
        public static OnCluster of(List<? extends Block> blocks, Scaling scaling, long seed) {
            long examples = 0;
            long stored = 0;
            List<byte[]> sent = new ArrayList<>();
            for (Block block : blocks) {
                examples += block.examples();
                stored += block.stored(0, block.examples());
                sent.add(bytes(block));
            }
            return new OnCluster(sent, examples, scaling.features(), stored, scaling, seed);
        }

        @Override
        public <S extends Sum<S>> S sum(Response y, Supplier<S> zero, Step<S> step) {
            Shards shards = Shards.of(examples, features(), stored);
            List<Integer> order = new ArrayList<>();
            for (int shard = 0; shard < shards.count(); shard++) {
                order.add(shard);
            }
            Collections.shuffle(order, new Random(seed));
            MergeTree<S> tree = new MergeTree<>(shards.count());
            byte[] sentStep = bytes(step);
            for (int shard : order) {
                Step<S> arrived = object(sentStep);
                S sum = object(bytes(zero.get()));
                for (long b = shards.firstBlock(shard); b < shards.firstBlock(shard + 1); b++) {
                    Block block = object(blocks.get((int) b));
                    arrived.add(block, y.slice(b * Block.SIZE, block.examples()), sum);
                }
                tree.complete(shard, object(bytes(sum)));
            }
            return tree.result();
        }
    }

    private static byte[] bytes(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static <T> T object(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (T) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
