import dev.odds.bench.Rival;
import dev.odds.bench.RivalNumbers;
import java.nio.file.Path;
import java.util.Arrays;
import smile.classification.LogisticRegression;

/**
 * Smile, L-BFGS over dense rows. Its objective is n times F for its lambda = lambda n; the bias is last and free.
 *
 * <pre>SmileRival THREADS FOLDER LAMBDA 1 lbfgs</pre>
 */
final class SmileRival {
    private SmileRival() {}

    public static void main(String[] args) throws Exception {
        RivalNumbers numbers = RivalNumbers.read(Path.of(args[1]));
        double lambda = Double.parseDouble(args[2]) * numbers.examples();
        double[][] x = numbers.isSparse() ? unpacked(numbers) : numbers.dense();
        int[] y = Arrays.stream(numbers.labels()).mapToInt(label -> (int) label).toArray();
        Rival.serve("Smile 6.3.0", tolerance -> {
            LogisticRegression.Options options = new LogisticRegression.Options(lambda, tolerance, 10_000);
            return LogisticRegression.binomial(x, y, options).coefficients();
        });
    }

    private static double[][] unpacked(RivalNumbers numbers) {
        double[][] x = new double[numbers.examples()][numbers.features()];
        for (int i = 0; i < x.length; i++) {
            for (int k = numbers.starts()[i]; k < numbers.starts()[i + 1]; k++) {
                x[i][numbers.indices()[k]] = numbers.values()[k];
            }
        }
        return x;
    }
}
