import dev.odds.Fit;
import dev.odds.LogisticRegression;
import dev.odds.design.Roles;
import dev.odds.inference.Estimate;
import dev.odds.model.Model;
import dev.odds.model.ModelFile;
import dev.odds.table.Data;
import dev.odds.table.ReadMonitor;
import dev.odds.table.ReadOptions;
import dev.odds.table.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;

/** From a table to a fitted, saved and used model; then the same from arrays. Takes the folder of the examples. */
public final class QuickStart {
    public static void main(String[] args) throws java.io.IOException {
        Path births = Path.of(args.length > 0 ? args[0] : "examples", "birthwt.csv");
        Data data = TableReader.read(births, ReadOptions.defaults(), ReadMonitor.NONE);
        Fit fit = LogisticRegression.create().fit(data, Roles.target("low"));
        for (Estimate e : fit.coefficients()) {
            System.out.printf("%-11s %8.4f +- %.4f%n", e.name(), e.estimate(), e.standardError());
        }
        System.out.println("proved within " + fit.certificate().inStandardErrors() + " standard errors of the optimum");

        Path folder = Files.createTempDirectory("odds");
        Path file = folder.resolve("births.odds.json");
        ModelFile.write(fit.model(), file);
        Model model = ModelFile.read(file);
        Files.delete(file);
        Files.delete(folder);
        double[] probabilities = model.probabilities(model.encoder().encode(data));
        System.out.printf("P(low = 1) of the first birth: %.4f%n", probabilities[0]);

        double[][] x = {{2.66, 20}, {2.89, 22}, {3.28, 24}, {2.92, 12}, {4.00, 21}, {2.86, 17}};
        double[] y = {0, 0, 1, 1, 1, 0};
        Fit ridge = LogisticRegression.create().withLambda(0.01).fit(x, y);
        System.out.printf("P(y = 1) at (3.1, 21): %.4f%n", ridge.model().probability(new double[] {3.1, 21}));
    }
}
