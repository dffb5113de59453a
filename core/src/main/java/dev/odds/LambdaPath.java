package dev.odds;

import java.util.List;

/**
 * The models of a whole regularisation path. Immutable.
 *
 * @param points by lambda, decreasing
 */
public record LambdaPath(List<LambdaPoint> points) {
    public LambdaPath {
        points = List.copyOf(points);
    }

    /** Decreasing; a new array. */
    public double[] lambdas() {
        return points.stream().mapToDouble(LambdaPoint::lambda).toArray();
    }
}
