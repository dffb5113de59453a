"""The independent measure where the penalty has corners: F at every lambda of a path, its minimum, and the gap of a fit."""

import json

import numpy as np
import scipy.linalg
import scipy.sparse

import numbers_io

PRECISE = 1e-12
"""How far above the minimum the reference may be, relative to the null loss."""

SHIFT = 1e-10
"""Added to the diagonal of a scaled Hessian, which columns that determine each other would make singular."""

ROWS = 50_000


class PathProblem:
    """F(theta, b) = mean(log(1 + e^z) - y z) + lambda (l1 |theta|_1 + (1 - l1) / 2 |theta|^2), z = X theta + b, at each of `lambdas`.

    `features` are the columns of X in memory, for sums over some of them.
    """

    def __init__(self, workload):
        numbers = numbers_io.read(workload.folder)
        self.x, self.y, self.bias, self.l1 = numbers.x, numbers.y, workload.bias, workload.l1
        self.sparse = scipy.sparse.issparse(self.x)
        self.features = self.x.tocsc() if self.sparse else self.x
        share = self.y.mean()
        self.null = -share * np.log(share) - (1 - share) * np.log(1 - share) if self.bias else np.log(2)
        self.origin = np.zeros(self.x.shape[1] + self.bias)
        if self.bias:
            self.origin[-1] = np.log(share / (1 - share))
        self.greatest = np.abs(self.slope(self.logits(self.origin))[0]).max() / self.l1
        parts = np.arange(workload.points) / (workload.points - 1) if workload.points > 1 else np.ones(1)
        self.lambdas = self.greatest * workload.least**parts
        self.kept = workload.folder / f"optimum-l1-{self.l1:g}-{workload.least:g}-{workload.points}{'' if self.bias else '-nobias'}.json"

    def split(self, v):
        return (v[:-1], v[-1]) if self.bias else (v, 0.0)

    def logits(self, v):
        theta, b = self.split(v)
        chosen = np.flatnonzero(theta)
        return self.features[:, chosen] @ theta[chosen] + b if self.sparse else self.x @ theta + b

    def slope(self, z):
        """The gradient of the loss in theta, and the residuals (a - y) / n."""
        residual = (1 / (1 + np.exp(-np.clip(z, -700, 700))) - self.y) / len(z)
        return self.x.T @ residual, residual

    def value(self, v, z, lamda):
        theta = self.split(v)[0]
        return np.mean(np.logaddexp(0, z) - self.y * z) + lamda * (self.l1 * np.abs(theta).sum() + (1 - self.l1) / 2 * theta @ theta)

    def bound(self, v, z, lamda):
        """The duality gap: F(v) less the dual at the residuals, made feasible by shrinking the heavier class, then all of them."""
        residual = self.slope(z)[1]
        if self.bias:
            plus, minus = residual[self.y == 0].sum(), -residual[self.y == 1].sum()
            residual = residual * np.where(self.y == 0, min(1, minus / plus), min(1, plus / minus))
        g = np.abs(self.x.T @ residual)
        if self.l1 == 1:
            residual = residual * min(1, lamda / g.max())
            conjugate = 0
        else:
            conjugate = np.sum(np.maximum(g - lamda * self.l1, 0) ** 2) / (2 * lamda * (1 - self.l1))
        a = np.clip(self.y + len(z) * residual, 0, 1)
        entropy = -np.mean(xlogx(a) + xlogx(1 - a))
        return self.value(v, z, lamda) - entropy + conjugate

    def optima(self):
        """{"values": min F at each lambda, "bounds": how far above it each may be, "support": how many of theta are not 0}, kept."""
        if not self.kept.exists():
            v = self.origin
            found = {"values": [], "bounds": [], "support": []}
            for lamda in self.steps():
                v = minimum(self, v, lamda)
                if lamda in self.lambdas:
                    z = self.logits(v)
                    found["values"].append(self.value(v, z, lamda))
                    found["bounds"].append(self.bound(v, z, lamda))
                    found["support"].append(int(np.count_nonzero(self.split(v)[0])))
            if not max(found["bounds"]) < PRECISE * self.null:
                raise SystemExit(f"{self.kept}: the minimum is known only to {max(found['bounds'])}")
            self.kept.write_text(json.dumps(found))
        return json.loads(self.kept.read_text())

    def steps(self):
        """The lambdas, after some on the way to the first."""
        if len(self.lambdas) > 1:
            return self.lambdas
        return [*self.greatest * 0.7 ** np.arange(1, 1 + int(np.log(self.lambdas[0] / self.greatest) / np.log(0.7))), *self.lambdas]

    def gap(self, v):
        """The greatest over the path of (F - min F) / null loss; v has theta, then the bias, for one lambda after another."""
        path = v.reshape(len(self.lambdas), -1)
        best = self.optima()["values"]
        return max((self.value(point, self.logits(point), lamda) - least) / self.null
                   for point, lamda, least in zip(path, self.lambdas, best))


def xlogx(a):
    return a * np.log(np.where(a > 0, a, 1))


def minimum(problem, v, lamda):
    """From v, by Newton's method on the orthant of those that are not 0, to which all that violate their condition are added.

    A step stops being taken where a coefficient would change its sign: it becomes 0 and leaves. F falls at every step, so that no set
    comes twice.
    """
    corner, ridge = lamda * problem.l1, lamda * (1 - problem.l1)
    d = problem.x.shape[1]
    z = problem.logits(v)
    value = problem.value(v, z, lamda)
    for _ in range(500):
        theta = problem.split(v)[0]
        g, residual = problem.slope(z)
        signs = np.where(theta != 0, np.sign(theta), np.where(np.abs(g) > corner, -np.sign(g), 0))
        active = np.flatnonzero(signs)
        full = g[active] + corner * signs[active] + ridge * theta[active]
        active, step, decrement = newton(problem, z, residual, active, signs, full, theta, ridge)
        for length in 0.5 ** np.arange(40):
            tried = v.copy()
            tried[active] -= length * step[:len(active)]
            tried[active[tried[active] * signs[active] < 0]] = 0
            if problem.bias:
                tried[d] -= length * step[-1]
            z = problem.logits(tried)
            told = problem.value(tried, z, lamda)
            if decrement < PRECISE / 1000 * problem.null:
                return tried  # F cannot tell any more, but the conditions can
            if told < value - 1e-4 * length * decrement:
                break
        v, value = tried, told
    raise SystemExit(f"no minimum found at lambda {lamda}")


def newton(problem, z, residual, active, signs, g, theta, ridge):
    """The set without those at 0 that the step would push over it, the step for it (the bias last), and half the squared decrement."""
    a = np.clip(residual * len(z) + problem.y, 0, 1)
    h = hessian(problem, a * (1 - a) / len(z), active)
    k = len(active)
    h[np.arange(k), np.arange(k)] += ridge
    g = np.append(g, residual.sum()) if problem.bias else g
    left = np.arange(len(g))
    while len(left):
        unit = 1 / np.sqrt(np.diag(h)[left])
        scaled = h[np.ix_(left, left)] * unit * unit[:, None]
        scaled[np.diag_indices(len(left))] += SHIFT
        step = unit * scipy.linalg.cho_solve(scipy.linalg.cho_factor(scaled), unit * g[left])
        of = active[left[left < k]]
        wrong = (theta[of] == 0) & (step[:len(of)] * signs[of] > 0)
        if not wrong.any():
            return of, step, g[left] @ step / 2
        left = np.delete(left, np.flatnonzero(wrong))
    return active[:0], np.zeros(0), 0.0


def hessian(problem, curvature, active):
    """Of the loss, in the active features and the bias."""
    k = len(active)
    h = np.zeros((k + problem.bias, k + problem.bias))
    if problem.sparse:
        x = problem.features[:, active]
        h[:k, :k] = (x.T @ scipy.sparse.diags(curvature) @ x).toarray()
        if problem.bias:
            h[:k, k] = h[k, :k] = x.T @ curvature
    else:
        for first in range(0, len(curvature), ROWS):
            part, c = problem.x[first:first + ROWS, active], curvature[first:first + ROWS]
            h[:k, :k] += (part.T * c) @ part
            if problem.bias:
                h[:k, k] += part.T @ c
        if problem.bias:
            h[k, :k] = h[:k, k]
    if problem.bias:
        h[k, k] = curvature.sum()
    return h
