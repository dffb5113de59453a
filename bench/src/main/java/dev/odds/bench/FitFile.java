package dev.odds.bench;

import dev.odds.Fit;
import dev.odds.LogisticRegression;
import dev.odds.design.Roles;
import dev.odds.table.Data;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.TableReader;
import java.nio.file.Path;
import java.util.Set;

/**
 * Times the parts of a fit of a file in one cold JVM: reading, fitting, and what is left.
 *
 * <pre>FitFile FILE TARGET LAMBDA [COLUMN,COLUMN,...]</pre>
 *
 * TARGET is - for LIBSVM files. Prints seconds and the certificate.
 */
public final class FitFile {
    private FitFile() {}

    public static void main(String[] args) {
        long begin = System.nanoTime();
        ReadOptions options = ReadOptions.defaults();
        if (args.length > 3) {
            options = options.withOnly(Set.of(args[3].split(",")));
        }
        Data data = TableReader.read(Path.of(args[0]), options, ReadMonitor.NONE);
        long read = System.nanoTime();
        Roles roles = args[1].equals("-") ? Roles.labelled() : Roles.target(args[1]);
        Fit fit = LogisticRegression.create()
                .withLambda(Double.parseDouble(args[2]))
                .fit(data, roles);
        long end = System.nanoTime();
        System.out.printf(
                "read %.3f s, fit %.3f s, total %.3f s, %s in %d iterations, %s%n",
                (read - begin) / 1e9,
                fit.seconds(),
                (end - begin) / 1e9,
                fit.solver(),
                fit.iterations(),
                fit.certificate());
    }
}
