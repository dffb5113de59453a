package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.odds.design.ArrayExamples;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Coefficients;
import dev.odds.design.DesignBuilder;
import dev.odds.design.MemoryDesign;
import dev.odds.design.Workers;
import dev.odds.objective.Penalty;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainerTest {
    @Test
    void solversAgree() {
        Random random = new Random(1);
        int n = 2000;
        int d = 7;
        double[][] x = new double[n][d];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double z = -0.3;
            for (int j = 0; j < d; j++) {
                x[i][j] = random.nextGaussian() * Math.pow(10, j - 3) + (j == 2 ? 1e6 : 0);
                z += (x[i][j] - (j == 2 ? 1e6 : 0)) / Math.pow(10, j - 3) * 0.5;
            }
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
        }
        MemoryDesign design = new DesignBuilder(true, false, Workers.of(2)).build(ArrayExamples.of(x));
        Problem p = new Problem(design, ArrayResponse.of(y), Penalty.none(d), true);
        for (Solver solver : new Solver[] {Solver.NEWTON, Solver.LBFGS, Solver.GRADIENT_DESCENT}) {
            Solution s = Trainer.solve(p, new Settings(solver, 1e-8, 0), null, Monitor.NONE);
            Coefficients c = design.scaling().toUser(s.coefficients());
            System.out.println(solver + " " + s.iterations() + " " + s.reason() + " " + s.certificate() + " "
                    + java.util.Arrays.toString(c.theta()) + java.util.Arrays.toString(c.bias()));
            assertEquals(true, s.converged());
        }
        Problem q = new Problem(
                design, ArrayResponse.of(y), new Penalty(0.01, Penalty.none(d).units()), true);
        System.out.println(new dev.odds.objective.DualityGap(q)
                .gap(
                        new double[8],
                        new dev.odds.objective.LogisticObjective(q)
                                .at(new double[8], dev.odds.optimize.Need.GRADIENT)));
        for (Solver solver : new Solver[] {Solver.NEWTON, Solver.LBFGS, Solver.GRADIENT_DESCENT}) {
            Solution s = Trainer.solve(q, new Settings(solver, 1e-8, 0), null, Monitor.NONE);
            double[] full = java.util.Arrays.copyOf(s.coefficients().theta(), 8);
            full[7] = s.coefficients().bias()[0];
            System.out.println(solver + " " + s.iterations() + " " + s.reason() + " " + s.certificate() + " "
                    + new dev.odds.objective.DualityGap(q)
                            .gap(
                                    full,
                                    new dev.odds.objective.LogisticObjective(q)
                                            .at(full, dev.odds.optimize.Need.GRADIENT)));
        }
    }
}
