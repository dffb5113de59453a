package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shards cover every block once, in order, and depend on the data alone. */
class ShardsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1",
        "1, 1, 1, 1",
        "256, 1000, 1000000000, 1",
        "257, 1000, 1000000000, 2",
        "1000, 8192, 131071, 1",
        "1000, 8192, 131072, 2",
        "1000, 8193, 131087, 1",
        "25000, 87000, 3400000, 4",
        "100000, 300, 30000000, 64",
        "16384, 1000, 1000000000000, 64",
        "16385, 1000, 1000000000000, 64",
        "3000000000, 2000, 6000000000000, 16384",
        "100000000, 100, 4362076160, 64",
        "100000000, 100, 4429185024, 66",
        "10000000, 2000000000, 0, 1",
        "1000, 8192, 196608, 2",
        "2500000, 0, 0, 38"
    })
    void everyBlockIsInOneShard(long examples, int features, long stored, int count) {
        Shards shards = Shards.of(examples, features, stored);
        assertEquals(count, shards.count());
        assertEquals(0, shards.firstBlock(0));
        assertEquals(shards.blocks(), shards.firstBlock(shards.count()));
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int shard = 0; shard < shards.count(); shard++) {
            long length = shards.firstBlock(shard + 1) - shards.firstBlock(shard);
            least = Math.min(least, length);
            most = Math.max(most, length);
        }
        assertTrue(most - least <= 1, least + " to " + most);
        assertTrue(examples == 0 || least > 0);
        long last = Math.max(0, shards.blocks() - 1);
        assertEquals(examples, last * Block.SIZE + shards.examplesOf(last));
    }
}
