package dev.odds.cli;

import dev.odds.design.Roles;
import dev.odds.design.Target;
import dev.odds.table.Data;
import dev.odds.table.Forecast;
import dev.odds.table.ReadOptions;
import java.util.ArrayList;
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
        ReadOptions typed =
                options.withCategorical(Set.copyOf(roles.categorical())).withNumeric(Set.copyOf(roles.numeric()));
        if (input.isStandardInput()) {
            return new Training(input.read(typed, streams), roles);
        }
        Forecast forecast = Forecast.of(input.path(), typed);
        List<String> names = forecast.names();
        if (names.containsAll(roles.drop()) && roles.target() != null) {
            Set<String> needed = needed(names, roles);
            if (needed.size() < names.size() && names.containsAll(needed)) {
                typed = typed.withOnly(needed);
                forecast = Forecast.of(input.path(), typed);
                roles = roles.withDrop(List.of());
            }
        }
        MemoryCheck.fits(input.name(), forecast);
        return new Training(input.read(typed, streams), roles);
    }

    /** The columns that are features or play another role. */
    private static Set<String> needed(List<String> names, Roles roles) {
        Set<String> needed = new HashSet<>(roles.only().isEmpty() ? names : roles.only());
        roles.drop().forEach(needed::remove);
        List<String> others =
                new ArrayList<>(List.of(Target.parse(roles.target(), names).column()));
        if (roles.weights() != null) {
            others.add(roles.weights());
        }
        if (roles.offset() != null) {
            others.add(roles.offset());
        }
        needed.addAll(others);
        return needed;
    }
}
