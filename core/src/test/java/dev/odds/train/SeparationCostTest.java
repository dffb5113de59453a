package dev.odds.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.odds.RandomData;
import dev.odds.design.ArrayResponse;
import dev.odds.design.Design;
import dev.odds.design.Response;
import dev.odds.design.Scaling;
import dev.odds.design.Step;
import dev.odds.design.Sum;
import dev.odds.objective.Problem;
import dev.odds.optimize.Monitor;
import dev.odds.train.Separation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the search for separation costs data that are not separated, in readings. */
class SeparationCostTest {
    /** Notes what is summed. */
    private record Counted(Design design, List<Class<?>> sums) implements Design {
        @Override
        public long examples() {
            return design.examples();
        }

        @Override
        public int features() {
            return design.features();
        }

        @Override
        public long stored() {
            return design.stored();
        }

        @Override
        public Scaling scaling() {
            return design.scaling();
        }

        @Override
        public <S extends Sum<S>> S sum(Response y, Supplier<S> zero, Step<S> step) {
            S sum = design.sum(y, zero, step);
            sums.add(sum.getClass());
            return sum;
        }
    }

    private static List<Class<?>> sums(double[][] x, double[] y, Solver solver, Verdict expected) {
        Problem plain = SeparationRounds.problem(x, ArrayResponse.of(y), true, 1);
        List<Class<?>> sums = new ArrayList<>();
        Problem counted =
                new Problem(new Counted(plain.design(), sums), plain.response(), plain.penalty(), plain.bias());
        Solution solution = Trainer.solve(counted, new Settings(solver, 1e-8, 0), null, Monitor.NONE);
        assertEquals(expected, solution.separation().verdict());
        return sums;
    }

    private static long count(List<Class<?>> sums, Class<?> kind) {
        return sums.stream().filter(kind::equals).count();
    }

    /** Newton's method looks where its steps do not end; the others once, at the start, since their own steps would show nothing. */
    @ParameterizedTest
    @CsvSource({"AUTO,0", "NEWTON,0", "LBFGS,1", "NEWTON_CG,1"})
    void dataThatAreNotSeparatedAreHardlyReadForASeparation(Solver solver, int looks) {
        RandomData data = RandomData.of(9, 2000, 6, 1);
        List<Class<?>> sums = sums(data.x(), data.y(), solver, Verdict.NONE);
        assertEquals(looks, count(sums, ColumnRanges.class));
        assertEquals(looks, count(sums, Margins.class));
        assertEquals(0, count(sums, IndependentRows.class));
        for (int i = 0; i < data.y().length; i++) {
            data.x()[i][3] = data.y()[i];
        }
        assertTrue(count(sums(data.x(), data.y(), solver, Verdict.SEPARATED), ColumnRanges.class) > 0);
    }
}
