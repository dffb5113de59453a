"""How far above its minimum a fit is, whatever the penalty."""

import lasso
import optimum


def of(workload):
    return Corners(workload) if workload.l1 else Smooth(workload)


class Smooth:
    """Of a workload without |theta|_1."""

    def __init__(self, workload):
        self.lambdas = [workload.lamda]
        self.problem = optimum.Problem(workload)
        self.best = optimum.optimum(workload, self.problem)

    def gap(self, v, raw):
        """Relative to the null loss; `raw`: v is of the columns before they were standardised."""
        if self.problem.rescaled or raw:
            v = self.problem.standardised(v)
        return (self.problem.value(v) - self.best["value"]) / self.best["null"]


class Corners:
    """Of a workload with |theta|_1: the greatest gap of the path."""

    def __init__(self, workload):
        self.problem = lasso.PathProblem(workload)
        self.lambdas = self.problem.lambdas
        self.problem.optima()

    def gap(self, v, raw):
        return self.problem.gap(v)
