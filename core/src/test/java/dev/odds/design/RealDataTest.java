package dev.odds.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.SharedData;
import dev.odds.table.Data;
import dev.odds.table.ReadOptions;
import dev.odds.table.TableReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published files; their counts of rows, labels and missing values are public knowledge. */
class RealDataTest {
    @Test
    void adultKeepsItsCompleteRowsAndItsTestFileHasTheSameLabels() {
        Encoded fit = Encoder.fit(read("adult/adult.data"), Roles.target("c15"));
        assertEquals(30162, fit.examples().count());
        assertEquals(2399, fit.dropped());
        assertEquals(7508, fit.response().successes());
        assertEquals(96, fit.examples().features());
        assertTrue(fit.examples().isSparse());
        Data test = read("adult/adult.test");
        Observed observed = Observed.of(test, fit.labelling(), null);
        assertEquals(3846, Arrays.stream(observed.success()).sum());
        assertEquals(
                List.of("took <=50K. in column c15 for <=50K", "took >50K. in column c15 for >50K"), observed.notes());
        Encoding rows = fit.encoder().encode(test);
        int usable = 0;
        for (boolean row : rows.usable()) {
            usable += row ? 1 : 0;
        }
        assertEquals(15060, usable);
    }

    @Test
    void titanicLeavesOutWhatNamesItsPassengers() {
        Encoded fit = Encoder.fit(read("titanic/titanic.csv"), Roles.target("Survived"));
        assertEquals(
                List.of(
                        "left out Name: 891 values in 891 rows; keep it with --categorical Name",
                        "left out Ticket: 681 values in 891 rows; keep it with --categorical Ticket",
                        "left out Cabin: 147 values in 891 rows; keep it with --categorical Cabin",
                        "dropped 179 of 891 rows for missing values: Age in 177, Embarked in 2"),
                fit.notes());
        assertEquals(
                List.of(
                        "PassengerId",
                        "Pclass",
                        "Sex=male",
                        "Age",
                        "SibSp",
                        "Parch",
                        "Fare",
                        "Embarked=Q",
                        "Embarked=S"),
                fit.encoder().features());
    }

    @Test
    void sparseRowsOfAnotherWidthAreReadByIndex() {
        Encoded fit = Encoder.fit(read("a9a/a9a"), Roles.labelled());
        assertEquals(123, fit.examples().features());
        assertEquals(7841, fit.response().successes());
        Encoding later = fit.encoder().encode(read("a9a/a9a.t"));
        assertEquals(123, later.examples().features());
        assertEquals(225731, later.examples().sparse(0, 16281).indices().length);
    }

    private static Data read(String name) {
        return TableReader.read(SharedData.file(name), ReadOptions.defaults(), (done, total) -> {});
    }
}
