import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.odds.bench.Rival;
import dev.odds.bench.RivalNumbers;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * liblinear-java without a bias, which it would penalise. C = 1 / (lambda n) makes its objective, |theta|^2 / 2 + C sum loss,
 * 1 / lambda times F; that of l1 has |theta|_1 instead.
 *
 * <pre>LiblinearRival THREADS FOLDER LAMBDA 0 primal|dual|l1</pre>
 */
final class LiblinearRival {
    private LiblinearRival() {}

    public static void main(String[] args) throws Exception {
        RivalNumbers numbers = RivalNumbers.read(Path.of(args[1]));
        SolverType type =
                switch (args[4]) {
                    case "primal" -> SolverType.L2R_LR;
                    case "l1" -> SolverType.L1R_LR;
                    default -> SolverType.L2R_LR_DUAL;
                };
        double c = 1 / (Double.parseDouble(args[2]) * numbers.examples());
        Problem problem = new Problem();
        problem.l = numbers.examples();
        problem.n = numbers.features();
        problem.y = Arrays.stream(numbers.labels()).map(y -> y > 0 ? 1 : -1).toArray();
        problem.x = new Feature[problem.l][];
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] = row(numbers, i);
        }
        Linear.disableDebugOutput();
        Rival.serve("liblinear-java 2.44", tolerance -> {
            Model model = Linear.train(problem, new Parameter(type, c, tolerance));
            double sign = model.getLabels()[0] > 0 ? 1 : -1;
            return Arrays.stream(model.getFeatureWeights()).map(w -> sign * w).toArray();
        });
    }

    private static Feature[] row(RivalNumbers numbers, int i) {
        boolean sparse = numbers.isSparse();
        int first = sparse ? numbers.starts()[i] : 0;
        Feature[] row = new Feature[sparse ? numbers.starts()[i + 1] - first : numbers.features()];
        for (int k = 0; k < row.length; k++) {
            row[k] = sparse
                    ? new FeatureNode(numbers.indices()[first + k] + 1, numbers.values()[first + k])
                    : new FeatureNode(k + 1, numbers.dense()[i][k]);
        }
        return row;
    }
}
