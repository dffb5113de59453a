package dev.odds.inference;

import dev.odds.design.Scaling;
import dev.odds.design.Span;
import dev.odds.kernel.Cholesky;
import dev.odds.kernel.Eigenvalues;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the columns tell the coefficients apart.
 *
 * @param inflations a factor for each column with a coefficient, in order (J. Fox and G. Monette, Journal of the American Statistical
 *     Association 87, 1992): det R11 det R22 / det R, with R the correlations of all coefficients but the bias, R11 of the column's
 *     own, R22 of the others
 * @param conditionNumber the largest over the smallest singular value of the rows (w A (1 - A))^(1/2) x~^T, each column on the user's
 *     scale, the bias's among them, not centred, then scaled to unit length (D. A. Belsley, E. Kuh and R. E. Welsch, <i>Regression
 *     Diagnostics</i>, 1980); from about 30 on, estimates suffer
 */
public record Collinearity(List<Inflation> inflations, double conditionNumber) {
    public Collinearity {
        inflations = List.copyOf(inflations);
    }

    /**
     * From an information matrix; O(k^3).
     *
     * @param spans which features belong to one column
     */
    public static Collinearity of(Information information, List<Span> spans) {
        double[] matrix = information.matrix();
        Covariance inverse = information.inverse();
        return new Collinearity(
                inflations(information, spans, matrix, inverse), conditionNumber(information, matrix, inverse));
    }

    /**
     * det R22 / det R is the determinant of the column's own part of R^-1 (Jacobi's complementary minor), and the scale of the
     * coefficients cancels: so with C their covariance and S its inverse, the information with the bias swept out, the factor is det C11
     * det S11.
     */
    private static List<Inflation> inflations(
            Information information, List<Span> spans, double[] matrix, Covariance inverse) {
        int features = information.size() - (information.bias() ? 1 : 0);
        double[] swept = information.bias() ? swept(matrix, features) : matrix;
        List<Inflation> inflations = new ArrayList<>();
        int[] kept = information.kept();
        int first = 0;
        for (Span span : spans) {
            int end = first;
            while (end < features && kept[end] < span.to()) {
                end++;
            }
            if (end > first) {
                double log = logDeterminant(inverse.packed(), first, end) + logDeterminant(swept, first, end);
                inflations.add(new Inflation(span.column(), end - first, StrictMath.exp(log)));
            }
            first = end;
        }
        return inflations;
    }

    /** S = A - a a^T / a_bb, a the row of the bias, which is last. */
    private static double[] swept(double[] matrix, int bias) {
        double[] swept = new double[Cholesky.row(bias)];
        int last = Cholesky.row(bias);
        for (int i = 0; i < bias; i++) {
            double share = matrix[last + i] / matrix[last + bias];
            for (int j = 0; j <= i; j++) {
                swept[Cholesky.row(i) + j] = Math.fma(-share, matrix[last + j], matrix[Cholesky.row(i) + j]);
            }
        }
        return swept;
    }

    private static double logDeterminant(double[] packed, int from, int to) {
        int n = to - from;
        double[] part = new double[Cholesky.row(n)];
        for (int i = 0; i < n; i++) {
            System.arraycopy(packed, Cholesky.row(from + i) + from, part, Cholesky.row(i), i + 1);
        }
        Cholesky.factor(part, n, 0, new boolean[n]);
        double log = 0;
        for (int i = 0; i < n; i++) {
            log += 2 * StrictMath.log(part[Cholesky.row(i) + i]);
        }
        return log;
    }

    /** The root of the largest eigenvalue of the scaled matrix times that of its inverse: neither loses digits to the other. */
    private static double conditionNumber(Information information, double[] matrix, Covariance inverse) {
        int k = information.size();
        double[] user = onUsersScale(information, matrix);
        double[] opposite = inverse.toUser(information.kept(), information.scaling())
                .packed()
                .clone();
        double[] length = new double[k];
        for (int i = 0; i < k; i++) {
            length[i] = Math.sqrt(user[Cholesky.row(i) + i]);
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                user[Cholesky.row(i) + j] /= length[i] * length[j];
                opposite[Cholesky.row(i) + j] *= length[i] * length[j];
            }
        }
        return k == 0 ? 1 : Math.sqrt(Eigenvalues.largest(user, k) * Eigenvalues.largest(opposite, k));
    }

    /** sum c x_i x_j from the stored sums: x_j = x'_j / scale_j + center_j. */
    private static double[] onUsersScale(Information information, double[] matrix) {
        Scaling scaling = information.scaling();
        int[] kept = information.kept();
        int features = information.size() - (information.bias() ? 1 : 0);
        int last = Cholesky.row(features);
        double[] user = matrix.clone();
        for (int i = 0; i < features; i++) {
            double scale = scaling.scale()[kept[i]];
            double center = scaling.center()[kept[i]];
            for (int j = 0; j <= i; j++) {
                double other = scaling.scale()[kept[j]];
                double shift = information.bias() ? scaling.center()[kept[j]] : 0;
                double cross = shift == 0 ? 0 : shift * matrix[last + i] / scale;
                double sum = center == 0 ? 0 : center * (matrix[last + j] / other + shift * matrix[last + features]);
                user[Cholesky.row(i) + j] = matrix[Cholesky.row(i) + j] / (scale * other) + cross + sum;
            }
            if (information.bias()) {
                user[last + i] = matrix[last + i] / scale + center * matrix[last + features];
            }
        }
        return user;
    }
}
