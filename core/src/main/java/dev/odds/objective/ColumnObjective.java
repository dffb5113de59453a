package dev.odds.objective;

import dev.odds.design.Columns;
import dev.odds.kernel.Body;
import dev.odds.kernel.Lanes;
import dev.odds.kernel.Loops;
import dev.odds.kernel.Tile;
import dev.odds.kernel.Workspace;
import dev.odds.optimize.FirstOrder;
import dev.odds.optimize.Models;
import dev.odds.optimize.Need;
import dev.odds.optimize.Objective;
import dev.odds.optimize.Point;
import dev.odds.optimize.Quadratic;

/**
 * The mean loss by some features and the bias, the other coefficients being 0, from columns: logits from those that are not 0, then losses,
 * residuals and curvatures of all examples at once, then a dot product a feature. O(n k) for k of them, so that a model of its own for
 * every step costs no more than the step. For few examples: within a lane sums are plain, as those of {@link LossSum} within a run are.
 */
public final class ColumnObjective implements Objective, Models {
    private final ColumnData data;
    private final int[] features;
    private final Loops loops;

    private ColumnObjective(ColumnData data, int[] features, Loops loops) {
        this.data = data;
        this.features = features;
        this.loops = loops;
    }

    /**
     * By all features.
     *
     * @param problem whose penalty does not count
     * @param columns of all features; held, not copied
     * @param body which loops run over examples
     */
    @SuppressWarnings("exports") // which loops run is the kernel's own affair
    public static ColumnObjective of(Problem problem, Columns columns, Body body) {
        return new ColumnObjective(ColumnData.of(problem, columns.on(body)), columns.features(), body.loops());
    }

    /** By some features, increasing; held, not copied. */
    public ColumnObjective over(int[] some) {
        return new ColumnObjective(data, some, loops);
    }

    @Override
    public int size() {
        return features.length + (data.bias() ? 1 : 0);
    }

    @Override
    public Point at(double[] x, Need need) {
        Tile tile = Tile.of(data.length());
        examples(x, tile, null);
        double weight = data.weight();
        double loss = Lanes.fold(tile.lanes()) / weight;
        if (!need.gives(Need.GRADIENT)) {
            return new ColumnPoint(loss, null, Double.NaN);
        }
        double[] gradient = new double[size()];
        products(tile.z(), gradient);
        for (int i = 0; i < features.length; i++) {
            gradient[i] /= weight;
        }
        double[] residuals = new double[Lanes.COUNT];
        double[] sizes = new double[Lanes.COUNT];
        loops.sums(tile.z(), 0, data.examples(), residuals, sizes);
        if (data.bias()) {
            gradient[features.length] = Lanes.fold(residuals) / weight;
        }
        return new ColumnPoint(loss, gradient, Lanes.fold(sizes) / weight);
    }

    /** A dot product with the residuals for each feature. */
    private void products(double[] residuals, double[] into) {
        Workspace space = new Workspace();
        if (features == data.columns().features()) {
            data.columns().dots(residuals, into, space);
            return;
        }
        for (int i = 0; i < features.length; i++) {
            into[i] = data.columns().dot(features[i], residuals, space);
        }
    }

    /** Turns the logits at x into residuals, in the tile. */
    private void examples(double[] x, Tile tile, double[] curvature) {
        int n = data.examples();
        double[] z = tile.z();
        double bias = data.bias() ? x[features.length] : 0;
        for (int i = 0; i < n; i++) {
            z[i] = bias + data.offset()[i];
        }
        for (int i = 0; i < features.length; i++) {
            if (x[i] != 0) {
                data.columns().add(features[i], x[i], data.ones(), z);
            }
        }
        loops.tile(tile, data.success(), data.failure(), 0, n, curvature, 0);
    }

    @Override
    public Quadratic at(double[] x, int[] variables) {
        double[] curvature = new double[data.length()];
        examples(x, Tile.of(data.length()), curvature);
        for (int i = 0; i < data.examples(); i++) {
            curvature[i] /= data.weight();
        }
        int[] places = new int[variables.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = features[variables[i]];
        }
        return new ColumnModel(data.columns(), variables, places, curvature, data.bias());
    }

    /** Nothing that a step does not cost. */
    @Override
    public double cost(int variables) {
        return 0;
    }

    private record ColumnPoint(double value, double[] gradient, double meanResidual) implements FirstOrder {}
}
