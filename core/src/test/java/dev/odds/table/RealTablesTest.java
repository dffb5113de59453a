package dev.odds.table;

import static dev.odds.table.Texts.OPTIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.odds.SharedData;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of shared/data, with the figures of its README. */
class RealTablesTest {
    @ParameterizedTest
    @CsvSource({
        "adult/adult.data, 32561, 6, 9",
        "adult/adult.test, 16281, 6, 9",
        "bank-marketing/bank-additional-full.csv, 41188, 10, 11",
        "bank-marketing/bank-full.csv, 45211, 7, 10",
        "titanic/titanic.csv, 891, 7, 5",
        "titanic/titanic3_1309.csv, 1309, 7, 7",
        "titanic/TitanicSurvival.csv, 1309, 1, 4",
        "spector/spector.csv, 32, 5, 0",
        "anes96/anes96.csv, 944, 10, 0",
        "star98/star98.csv, 303, 22, 0",
        "skin-nonskin/Skin_NonSkin.txt, 245057, 4, 0",
        "covtype-20k/covtype.20k.data, 20000, 55, 0",
        "kdd99-10pct/kddcup.data_10_percent.gz, 494021, 38, 4",
        "german-credit/german.data, 1000, 8, 13",
        "higgs-7k/binary.train, 7000, 29, 0",
        "imdb/imdb_train.tsv.gz, 25000, 1, 2"
    })
    void readsTables(String file, int rows, int numeric, int categorical) {
        Table table = (Table) TableReader.read(SharedData.file(file), OPTIONS, ReadMonitor.NONE);

        assertEquals(rows, table.rows());
        assertEquals(
                numeric,
                table.columns().stream().filter(NumericColumn.class::isInstance).count());
        assertEquals(
                categorical,
                table.columns().stream()
                        .filter(CategoricalColumn.class::isInstance)
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "a9a/a9a, 32561, 123, 451592, true, 7841",
        "a9a/a9a.t, 16281, 122, 225731, true, 3846",
        "w8a/w8a, 49749, 300, 579586, true, 1479",
        "heart-scale/heart_scale, 270, 13, 3378, false, 120",
        "agaricus/agaricus.txt.train, 6513, 126, 143286, true, 3140",
        "german-credit/german.numer_scale.libsvm, 1000, 24, 23001, false, 300"
    })
    void readsSparseRows(String file, int rows, int features, int entries, boolean ones, int positive) {
        SparseTable table = (SparseTable) TableReader.read(SharedData.file(file), OPTIONS, ReadMonitor.NONE);

        assertEquals(rows, table.rows());
        assertEquals(features, table.features());
        assertEquals(
                entries,
                table.chunks().stream()
                        .mapToInt(chunk -> chunk.indices().length)
                        .sum());
        assertEquals(
                positive,
                Arrays.stream(table.labels()).filter(label -> label == 1).count());
        if (ones) {
            table.chunks().forEach(chunk -> assertNull(chunk.values()));
        }
    }

    @Test
    void countsMissingValues() {
        Table adult = (Table) TableReader.read(SharedData.file("adult/adult.data"), OPTIONS, ReadMonitor.NONE);
        int missing = 0;
        for (Column column : adult.columns()) {
            for (int row = 0; row < adult.rows(); row++) {
                missing += column.missing(row) ? 1 : 0;
            }
        }

        assertEquals(4262, missing);
    }

    @Test
    void readsThreeMillionFlights() {
        Table flights = (Table) TableReader.read(
                SharedData.file("flights-3m/flights-3m.csv.gz"),
                OPTIONS.withOnly(Set.of("distance", "origin", "destination", "delay")),
                ReadMonitor.NONE);

        assertEquals(3_000_000, flights.rows());
        assertEquals(229, Texts.levels(flights, "origin").levels().size());
        assertEquals(228, Texts.levels(flights, "destination").levels().size());
        assertEquals(-1116, Arrays.stream(Texts.numbers(flights, "delay")).min().orElseThrow());
        assertEquals(1688, Arrays.stream(Texts.numbers(flights, "delay")).max().orElseThrow());
    }
}
