package dev.odds.objective;

import dev.odds.optimize.Separable;
import java.util.Arrays;

/**
 * The features outside of a face. Moving theta_j by t changes logits by kappa_j |t| at most, besides what the face undoes, and costs at
 * least room_j |t|: less than nothing where the slope that the Hessian predicts at the minimum over the face is not allowed. At the minimum
 * theta_j has moved by {@code most} at most, since there p_j is at most F.
 *
 * @param features increasing
 * @param kappa numbers of at least 0
 * @param room how far the predicted slopes are within those that are allowed
 * @param most how far the coefficients may be from the minimum
 * @param detour what it costs to take the predicted slope where it belongs to a line that does not touch at x; infinite where that is no line
 *     below F, or x is 0
 */
record Rest(int[] features, double[] kappa, double[] room, double[] most, double[] detour) {
    /**
     * Before {@code kappa} is known.
     *
     * @param predicted slopes by all variables
     * @param errors how far rounding may have moved the room of each
     * @param value F at x
     */
    static Rest of(Subgradients slopes, int[] features, double[] predicted, double[] errors, double value) {
        int count = features.length;
        double[] room = new double[count];
        double[] most = new double[count];
        double[] detour = new double[count];
        for (int i = 0; i < count; i++) {
            int j = features[i];
            double x = slopes.x()[j];
            room[i] = slopes.room(j, predicted[j]) - errors[i];
            most[i] = Math.abs(x) + largest(slopes.p(), j, value);
            double cost = x == 0 ? Double.POSITIVE_INFINITY : slopes.cost(j, predicted[j] - slopes.gradient()[j]);
            detour[i] = cost + errors[i] * most[i];
        }
        return new Rest(features, new double[count], room, most, detour);
    }

    /** The largest |t| within bounds of which p_j(t) is at most F, the loss not being negative. */
    private static double largest(Separable p, int j, double value) {
        double largest = Math.min(value / p.slope()[j], StrictMath.sqrt(2 * value / p.curvature()[j]));
        return p.box() == null
                ? largest
                : Math.min(largest, Math.max(-p.box().lower()[j], p.box().upper()[j]));
    }

    /** The largest omega for which all have the room of omega kappa_j; infinite where there are none. */
    double omega() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < features.length; i++) {
            least = Math.min(least, ratio(i));
        }
        return least;
    }

    private double ratio(int i) {
        return kappa[i] == 0 ? Math.copySign(Double.POSITIVE_INFINITY, room[i]) : room[i] / kappa[i];
    }

    /** What is lost at most to those that lack that room. */
    double price(double omega) {
        double price = 0;
        for (int i = 0; i < features.length; i++) {
            double needed = omega * kappa[i];
            if (room[i] < needed) {
                price += Math.min((needed - room[i]) * most[i], detour[i] + needed * most[i]);
            }
        }
        return price;
    }

    /** The features that lack it and are not among some others. */
    int[] lacking(double omega, int[] others) {
        int[] lacking = new int[features.length];
        int count = 0;
        for (int i = 0; i < features.length; i++) {
            lacking[count] = features[i];
            count += ratio(i) < omega && Arrays.binarySearch(others, features[i]) < 0 ? 1 : 0;
        }
        return Arrays.copyOf(lacking, count);
    }
}
