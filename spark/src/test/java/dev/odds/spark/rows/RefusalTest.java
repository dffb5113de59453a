package dev.odds.spark.rows;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.odds.table.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final Extent GOOD = new Extent(2, 10, null);
    private static final Extent EMPTY = new Extent(-1, 0, null);
    private static final BadRow BAD = new BadRow(4, "x", 1, "found NaN");

    @Test
    void tellsThePlaceInTheDatasetAndInThePartition() {
        assertEquals(
                "column x, feature 2 (age), row 15 (row 5 of partition 2): found NaN",
                told(List.of("height", "age"), GOOD, EMPTY, new Extent(2, 4, BAD), GOOD));
        assertEquals("column x, feature 2, row 5 (row 5 of partition 0): found NaN", told(null, new Extent(2, 4, BAD)));
    }

    @Test
    void tellsTheFirstOfSeveralBadRows() {
        BadRow first = new BadRow(0, "y", -1, "found 2");
        assertEquals(
                "column y, row 1 (row 1 of partition 1): found 2",
                told(null, EMPTY, new Extent(-1, 0, first), new Extent(2, 4, BAD)));
    }

    @Test
    void tellsOfVectorsOfAnotherSizeInAnotherPartition() {
        assertEquals(
                "column x, row 21 (row 1 of partition 3): found a vector of size 3, expected 2 as in the partitions before it; make vectors of one size",
                told(null, GOOD, EMPTY, GOOD, new Extent(3, 4, BAD)));
    }

    @Test
    void tellsOfNoRows() {
        assertEquals("the dataset has no rows, expected some of both labels", told(null, EMPTY, EMPTY));
    }

    @Test
    void acceptsGoodPartitions() {
        assertDoesNotThrow(() -> new Refusal(columns(), null).check(List.of(EMPTY, GOOD, EMPTY, GOOD)));
    }

    private static DataColumns columns() {
        return new DataColumns("x", "y", null, null);
    }

    private static String told(List<String> names, Extent... partitions) {
        Refusal refusal = new Refusal(columns(), names);
        return assertThrows(InputException.class, () -> refusal.check(List.of(partitions)))
                .getMessage();
    }
}
