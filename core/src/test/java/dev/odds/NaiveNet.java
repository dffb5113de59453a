package dev.odds;

/**
 * F of an elastic net, its derivatives and what is left to win, by the plainest loops on the user's scale. O(n d) each.
 */
final class NaiveNet {
    private final NetCase net;
    private final double weight;
    private final double[] factors;
    private final double[] lower;
    private final double[] upper;
    private final double[] means;
    private final double[] variances;

    NaiveNet(NetCase net) {
        this.net = net;
        int d = net.features();
        this.factors = new double[d];
        this.lower = new double[d];
        this.upper = new double[d];
        this.means = new double[d];
        this.variances = new double[d];
        Shrinkage shrinkage = net.shrinkage();
        double sum = 0;
        for (int i = 0; i < net.examples(); i++) {
            sum += weight(i);
        }
        this.weight = sum;
        for (int j = 0; j < d; j++) {
            String name = "x" + (j + 1);
            factors[j] = shrinkage.factors().getOrDefault(name, 1.0);
            lower[j] = shrinkage.lower().getOrDefault(name, Double.NEGATIVE_INFINITY);
            upper[j] = shrinkage.upper().getOrDefault(name, Double.POSITIVE_INFINITY);
            means[j] = moment(j, 1, net.x()[0][j]) + net.x()[0][j];
            variances[j] = moment(j, 2, means[j]);
        }
    }

    private double weight(int i) {
        return net.y().success()[i] + net.y().failure()[i];
    }

    /** The weighted mean of (x_j - origin)^power. */
    private double moment(int j, int power, double origin) {
        double sum = 0;
        for (int i = 0; i < net.examples(); i++) {
            sum += weight(i) * Math.pow(net.x()[i][j] - origin, power);
        }
        return sum / weight;
    }

    /** Whether all examples that count have one value of feature j. */
    boolean isConstant(int j) {
        double size = Math.abs(means[j]);
        return variances[j] <= 1e-26 * size * size;
    }

    /** What a coefficient is measured in: sd_j if standardised. */
    double unit(int j) {
        return !net.shrinkage().standardize() ? 1 : isConstant(j) ? 0 : Math.sqrt(variances[j]);
    }

    private double logit(int i, double[] theta, double bias) {
        double z = bias + (net.y().offset() == null ? 0 : net.y().offset()[i]);
        for (int j = 0; j < theta.length; j++) {
            z += theta[j] * net.x()[i][j];
        }
        return z;
    }

    double loss(double[] theta, double bias) {
        double sum = 0;
        for (int i = 0; i < net.examples(); i++) {
            double z = logit(i, theta, bias);
            sum += net.y().success()[i] * softplus(-z) + net.y().failure()[i] * softplus(z);
        }
        return sum / weight;
    }

    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    double value(double[] theta, double bias) {
        double ratio = net.shrinkage().l1Ratio();
        double penalty = 0;
        for (int j = 0; j < theta.length; j++) {
            double measured = Math.abs(unit(j) * theta[j]);
            penalty += factors[j] * (ratio * measured + (1 - ratio) / 2 * measured * measured);
        }
        return loss(theta, bias) + net.shrinkage().lambda() * penalty;
    }

    /** Of L: by every theta_j with the bias moving along so that mean logits stay, if there is one; the last is by the bias. */
    private double[] gradient(double[] theta, double bias) {
        int d = theta.length;
        double[] gradient = new double[d + 1];
        for (int i = 0; i < net.examples(); i++) {
            double z = logit(i, theta, bias);
            double residual =
                    (net.y().failure()[i] / (1 + Math.exp(-z)) - net.y().success()[i] / (1 + Math.exp(z))) / weight;
            for (int j = 0; j < d; j++) {
                gradient[j] += residual * (net.x()[i][j] - origin(j));
            }
            gradient[d] += net.bias() ? residual : 0;
        }
        return gradient;
    }

    private double origin(int j) {
        return net.bias() ? means[j] : 0;
    }

    /** The bias of a model of nothing else. */
    double nullBias() {
        double[] none = new double[net.features()];
        double bias = 0;
        for (int step = 0; step < 200 && net.bias(); step++) {
            double slope = gradient(none, bias)[none.length];
            bias -= Math.max(-1, Math.min(1, 4 * slope));
        }
        return bias;
    }

    /** The least lambda l1Ratio at which no feature that is penalised enters, those that are free left out. */
    double largestPenalty() {
        double[] gradient = gradient(new double[net.features()], nullBias());
        double largest = 0;
        for (int j = 0; j < net.features(); j++) {
            double unit = factors[j] * unit(j);
            largest = unit > 0 ? Math.max(largest, Math.abs(gradient[j]) / unit) : largest;
        }
        return largest;
    }

    /**
     * By how much one step in one coordinate lowers F at the least, so that F - min F is no less. L has a second derivative of at most
     * variance / 4 along it: the minimum of F with that in place of L lies at t, and F falls by at least half of it times
     * (theta_j - t)^2 (Beck and Teboulle 2009, lemma 2.3).
     */
    double certainGain(double[] theta, double bias) {
        double[] gradient = gradient(theta, bias);
        double best = 2 * gradient[theta.length] * gradient[theta.length];
        double ratio = net.shrinkage().l1Ratio();
        for (int j = 0; j < theta.length; j++) {
            double unit = unit(j);
            double weighed = net.shrinkage().lambda() * factors[j] * unit;
            double ridge = weighed * (1 - ratio) * unit;
            double curvature = (net.bias() ? variances[j] : variances[j] + means[j] * means[j]) / 4 + ridge;
            boolean held = net.shrinkage().standardize() && unit == 0;
            if (curvature > 0 && !held) {
                double step = theta[j] - (gradient[j] + ridge * theta[j]) / curvature;
                double shrunk = Math.copySign(Math.max(0, Math.abs(step) - weighed * ratio / curvature), step);
                double away = theta[j] - Math.max(lower[j], Math.min(upper[j], shrunk));
                best = Math.max(best, curvature / 2 * away * away);
            }
        }
        return best;
    }

    /** Whether every coefficient lies within its bounds. */
    boolean isAllowed(double[] theta) {
        boolean allowed = true;
        for (int j = 0; j < theta.length; j++) {
            allowed &= theta[j] >= lower[j] && theta[j] <= upper[j];
        }
        return allowed;
    }
}
