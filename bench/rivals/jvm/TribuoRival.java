import dev.odds.bench.Rival;
import dev.odds.bench.RivalNumbers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tribuo's linear model by stochastic gradients, AdaGrad, 1 / tolerance readings of the data. It knows no penalty.
 *
 * <pre>TribuoRival THREADS FOLDER LAMBDA BIAS sgd</pre>
 */
final class TribuoRival {
    private TribuoRival() {}

    public static void main(String[] args) throws Exception {
        RivalNumbers numbers = RivalNumbers.read(Path.of(args[1]));
        boolean bias = args[3].equals("1");
        int d = numbers.features();
        MutableDataset<Label> data = data(numbers);
        Rival.serve("Tribuo 4.3.2", tolerance -> {
            int epochs = (int) Math.ceil(1 / tolerance);
            LinearSGDModel model =
                    new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), epochs, Integer.MAX_VALUE, 1, 1).train(data);
            DenseMatrix weights = model.getWeightsCopy();
            int one = model.getOutputIDInfo().getID(new Label("1"));
            double[] v = new double[d + (bias ? 1 : 0)];
            for (int j = 0; j < v.length; j++) {
                int id = j == d ? weights.getDimension2Size() - 1 : model.getFeatureIDMap().getID(name(j));
                v[j] = id < 0 ? 0 : weights.get(one, id) - weights.get(1 - one, id);
            }
            return v;
        });
    }

    private static String name(int feature) {
        return "x" + feature;
    }

    private static MutableDataset<Label> data(RivalNumbers numbers) {
        String[] names = IntStream.range(0, numbers.features()).mapToObj(TribuoRival::name).toArray(String[]::new);
        MutableDataset<Label> data =
                new MutableDataset<>(new SimpleDataSourceProvenance("numbers", new LabelFactory()), new LabelFactory());
        for (int i = 0; i < numbers.examples(); i++) {
            Label label = new Label(numbers.labels()[i] > 0 ? "1" : "0");
            data.add(numbers.isSparse() ? sparse(numbers, i, names, label) : new ArrayExample<>(label, names, numbers.dense()[i]));
        }
        return data;
    }

    private static ArrayExample<Label> sparse(RivalNumbers numbers, int i, String[] names, Label label) {
        int from = numbers.starts()[i];
        int to = numbers.starts()[i + 1];
        String[] own = Arrays.stream(numbers.indices(), from, to).mapToObj(j -> names[j]).toArray(String[]::new);
        return new ArrayExample<>(label, own, Arrays.copyOfRange(numbers.values(), from, to));
    }
}
