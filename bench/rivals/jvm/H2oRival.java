import dev.odds.bench.Rival;
import dev.odds.bench.RivalNumbers;
import hex.glm.GLM;
import hex.glm.GLMModel;
import hex.glm.GLMModel.GLMParameters;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import water.H2O;
import water.Key;
import water.MRTask;
import water.fvec.Chunk;
import water.fvec.Frame;
import water.fvec.Vec;

/**
 * H2O's GLM on one machine. Not standardised, its objective is F; what says when to stop is all set to the tolerance.
 *
 * <pre>H2oRival THREADS FOLDER LAMBDA BIAS irlsm|l_bfgs</pre>
 */
final class H2oRival {
    /** Read by the tasks that fill the frame: what they carry themselves H2O would copy. */
    private static RivalNumbers numbers;

    private H2oRival() {}

    public static void main(String[] args) throws Exception {
        numbers = RivalNumbers.read(Path.of(args[1]));
        H2O.main(new String[] {"-ip", "127.0.0.1", "-disable_web", "-nthreads", args[0], "-name", "odds-bench"});
        H2O.waitForCloudSize(1, 60_000);
        Frame frame = frame();
        boolean bias = args[3].equals("1");
        Rival.serve("H2O " + H2O.ABV.projectVersion(), tolerance -> {
            GLMModel model = new GLM(parameters(frame, Double.parseDouble(args[2]), bias, args[4], tolerance))
                    .trainModel()
                    .get();
            double[] v = coefficients(model.coefficients(), bias);
            model.delete();
            return v;
        });
        H2O.exit(0);
    }

    private static GLMParameters parameters(Frame frame, double lambda, boolean bias, String solver, double tolerance) {
        GLMParameters given = new GLMParameters();
        given._train = frame._key;
        given._response_column = "y";
        given._family = GLMParameters.Family.binomial;
        given._solver = GLMParameters.Solver.valueOf(solver.toUpperCase(java.util.Locale.ROOT));
        given._alpha = new double[] {0};
        given._lambda = new double[] {lambda};
        given._standardize = false;
        given._intercept = bias;
        given._max_iterations = 10_000;
        given._objective_epsilon = tolerance;
        given._beta_epsilon = tolerance;
        given._gradient_epsilon = tolerance;
        return given;
    }

    private static double[] coefficients(Map<String, Double> named, boolean bias) {
        int d = numbers.features();
        return IntStream.range(0, d + (bias ? 1 : 0))
                .mapToDouble(j -> named.getOrDefault(j == d ? "Intercept" : name(j), 0.0))
                .toArray();
    }

    private static String name(int feature) {
        return "x" + feature;
    }

    /** The numbers by columns, and y as a factor of two levels. */
    private static Frame frame() {
        int d = numbers.features();
        Vec[] columns = Vec.makeZero(numbers.examples()).makeZeros(d + 1);
        columns[d].setDomain(new String[] {"0", "1"});
        String[] names = IntStream.rangeClosed(0, d).mapToObj(j -> j == d ? "y" : name(j)).toArray(String[]::new);
        Frame frame = new Frame(Key.<Frame>make("numbers"), names, columns);
        new Fill().doAll(frame);
        water.DKV.put(frame);
        return frame;
    }

    private static final class Fill extends MRTask<Fill> {
        private static final long serialVersionUID = 1L;

        @Override
        public void map(Chunk[] columns) {
            int d = columns.length - 1;
            int first = (int) columns[0].start();
            for (int i = 0; i < columns[0]._len; i++) {
                int row = first + i;
                columns[d].set(i, numbers.labels()[row]);
                if (numbers.isSparse()) {
                    for (int k = numbers.starts()[row]; k < numbers.starts()[row + 1]; k++) {
                        columns[numbers.indices()[k]].set(i, numbers.values()[k]);
                    }
                } else {
                    for (int j = 0; j < d; j++) {
                        columns[j].set(i, numbers.dense()[row][j]);
                    }
                }
            }
        }
    }
}
