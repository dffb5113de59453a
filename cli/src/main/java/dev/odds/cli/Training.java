package dev.odds.cli;

import dev.odds.design.Roles;
import dev.odds.design.Target;
import dev.odds.table.Data;
import dev.odds.table.Forecast;
import dev.odds.table.ReadOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Data to fit, and what its columns are for.
 *
 * @param data as read
 * @param roles of the columns that were read
 */
record Training(Data data, Roles roles) {
    /** Reads the columns that the roles need and no others, after a look whether they fit into memory. */
    static Training read(Input input, ReadOptions options, Roles roles, Streams streams) {
        ReadOptions reading = options.withCategorical(levels(roles))
                .withNumeric(Set.copyOf(roles.numeric()))
                .withDrop(Set.copyOf(roles.drop()));
        Roles read = roles.withDrop(List.of());
        if (!input.isFile()) {
            return new Training(input.read(reading, streams), read);
        }
        Forecast forecast = Forecast.of(input.path(), reading);
        if (!roles.only().isEmpty() && roles.target() != null) {
            reading = reading.withOnly(needed(forecast.names(), roles));
            forecast = Forecast.of(input.path(), reading);
        }
        MemoryCheck.fits(input.name(), forecast);
        return new Training(input.read(reading, streams), read);
    }

    /** The columns to read as levels, however many those are: clusters too, unless they are numbers. */
    private static Set<String> levels(Roles roles) {
        Set<String> levels = new HashSet<>(roles.categorical());
        String cluster = roles.sampling().cluster();
        if (cluster != null && !roles.numeric().contains(cluster)) {
            levels.add(cluster);
        }
        return levels;
    }

    /** The columns that are features or play another role. */
    private static Set<String> needed(List<String> names, Roles roles) {
        Set<String> needed = new HashSet<>(roles.only());
        needed.addAll(Target.parse(roles.target(), names).columns());
        needed.addAll(roles.others());
        return needed;
    }
}
