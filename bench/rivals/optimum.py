"""The independent measure: F, its minimum, and the gap of a fit, in NumPy, by nobody's solver."""

import json

import numpy as np
import scipy.linalg
import scipy.sparse

import numbers_io
from workloads import CACHE

WIDEST = 3000
"""Features up to which the Hessian is formed."""


class Problem:
    """F(theta, b) = mean(log(1 + e^z) - y z) + sum penalty_j theta_j^2 / 2, z = X theta + b.

    A workload on raw data, and a fit on data that rivals get standardised, are measured in standardised coordinates:
    theta_j sd_j and b + sum theta_j mean_j, where raw coefficients are penalised by lamda / sd_j^2.
    """

    def __init__(self, workload):
        self.bias = workload.bias
        self.rescaled = workload.files == "kdd"
        numbers = numbers_io.read(CACHE / "kdd-dense" if self.rescaled else workload.folder)
        self.x, self.y = numbers.x, numbers.y
        self.scale = self.mean = None
        self.penalty = np.full(self.x.shape[1], workload.lamda)
        if workload.raw or self.rescaled:
            self.mean, self.scale = (np.fromfile(CACHE / "kdd" / f"{name}.f64") for name in ("mean", "deviation"))
        if self.rescaled:
            self.penalty /= self.scale**2
        share = self.y.mean()
        self.null = -share * np.log(share) - (1 - share) * np.log(1 - share) if self.bias else np.log(2)
        self.origin = np.zeros(self.size)
        if self.bias:
            self.origin[-1] = np.log(share / (1 - share))

    @property
    def size(self):
        return self.x.shape[1] + self.bias

    def standardised(self, v):
        """The coefficients of a fit of raw data, with its bias, in standardised coordinates."""
        return np.append(v[:-1] * self.scale, v[-1] + v[:-1] @ self.mean)

    def split(self, v):
        return (v[:-1], v[-1]) if self.bias else (v, 0.0)

    def value(self, v):
        theta, b = self.split(v)
        z = self.x @ theta + b
        return np.mean(np.logaddexp(0, z) - self.y * z) + self.penalty @ theta**2 / 2

    def gradient(self, v):
        """The gradient, and a(1 - a) / n for the Hessian."""
        theta, b = self.split(v)
        a = 1 / (1 + np.exp(-np.clip(self.x @ theta + b, -700, 700)))
        residual = (a - self.y) / len(a)
        g = self.x.T @ residual + self.penalty * theta
        return (np.append(g, residual.sum()) if self.bias else g), a * (1 - a) / len(a)

    def hessian(self, curvature):
        h = np.zeros((self.size, self.size))
        d = self.x.shape[1]
        if scipy.sparse.issparse(self.x):
            h[:d, :d] = (self.x.T @ scipy.sparse.diags(curvature) @ self.x).toarray()
        else:
            for rows in np.array_split(np.arange(len(curvature)), max(1, len(curvature) // 20_000)):
                part = self.x[rows[0]:rows[-1] + 1]
                h[:d, :d] += (part.T * curvature[rows[0]:rows[-1] + 1]) @ part
        h[np.arange(d), np.arange(d)] += self.penalty
        if self.bias:
            h[:d, d] = h[d, :d] = self.x.T @ curvature
            h[d, d] = curvature.sum()
        return h

    def times(self, curvature, v):
        theta, b = self.split(v)
        t = curvature * (self.x @ theta + b)
        g = self.x.T @ t + self.penalty * theta
        return np.append(g, t.sum()) if self.bias else g


def optimum(workload, problem):
    """{"value": min F, "null": the null loss, "bound": how far above the minimum it may be}, kept beside the numbers."""
    kept = workload.folder / f"optimum-{workload.lamda:g}{'' if workload.bias else '-nobias'}.json"
    if not kept.exists():
        v, bound = minimum(problem)
        found = {"value": problem.value(v), "null": problem.null, "bound": bound}
        if not bound < 1e-10 * problem.null:
            raise SystemExit(f"{workload.name}: the minimum is known only to {bound}")
        kept.write_text(json.dumps(found))
    return json.loads(kept.read_text())


def minimum(problem):
    """Newton's method with backtracking, until half of the squared decrement, g^T H^-1 g / 2, is lost in rounding."""
    v, bound, value = problem.origin, np.inf, problem.value(problem.origin)
    for _ in range(200):
        g, curvature = problem.gradient(v)
        step = direct(problem, g, curvature) if problem.size <= WIDEST else conjugate(problem, g, curvature)
        bound = g @ step / 2
        if bound < 1e-14 * problem.null:
            break
        length = 1.0
        while (tried := problem.value(v - length * step)) > value - length * bound / 2 and length > 1e-6:
            length /= 2
        v, value = v - length * step, tried
    return v, bound


def direct(problem, g, curvature):
    h = problem.hessian(curvature)
    unit = 1 / np.sqrt(np.diag(h))
    return unit * scipy.linalg.cho_solve(scipy.linalg.cho_factor(h * unit * unit[:, None]), unit * g)


def conjugate(problem, g, curvature):
    """H step = g by conjugate gradients, preconditioned by the diagonal."""
    x2 = problem.x.multiply(problem.x) if scipy.sparse.issparse(problem.x) else problem.x**2
    diagonal = x2.T @ curvature + problem.penalty
    if problem.bias:
        diagonal = np.append(diagonal, curvature.sum())
    step, rest = np.zeros_like(g), g.copy()
    z = rest / diagonal
    p, product = z, rest @ z
    aim = product * 1e-8
    while product > aim:
        hp = problem.times(curvature, p)
        length = product / (p @ hp)
        step, rest = step + length * p, rest - length * hp
        z = rest / diagonal
        product, before = rest @ z, product
        p = z + product / before * p
    return step
