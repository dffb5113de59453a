package dev.odds.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriangleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 64, 300})
    void solvesAsColumnAfterColumn(int n) {
        Random random = new Random(n);
        double[] l = random.doubles(Cholesky.row(n), -1, 1).toArray();
        for (int i = 0; i < n; i++) {
            l[Cholesky.row(i) + i] = 4 + random.nextDouble() + Math.sqrt(n);
        }
        double[] x = random.doubles((long) n * n, -1, 1).toArray();
        double[] forward = x.clone();
        double[] backward = x.clone();
        Triangle.forward(l, n, forward);
        Triangle.backward(l, n, backward);
        for (int c = 0; c < n; c++) {
            double[] column = column(x, n, c);
            Cholesky.forward(l, n, column);
            assertArrayEquals(column, column(forward, n, c), 1e-14, "forward, column " + c);
            column = column(x, n, c);
            Cholesky.backward(l, n, column);
            assertArrayEquals(column, column(backward, n, c), 1e-14, "backward, column " + c);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20})
    void transposes(int n) {
        double[] x = new Random(n).doubles((long) n * n).toArray();
        double[] turned = x.clone();
        Triangle.transpose(n, turned);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertEquals(x[i * n + j], turned[j * n + i]);
            }
        }
    }

    private static double[] column(double[] x, int n, int c) {
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            column[i] = x[i * n + c];
        }
        return column;
    }
}
