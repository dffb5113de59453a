"""Repeats the figures of core/src/test/resources/reference in 50 digits and prints how far they are off.

    python3 bench/reference_check.py [FOLDER]      in the project's root folder; needs mpmath

FOLDER is that of bench/reference.R. Newton's method on F = mean loss + lambda / 2 sum (scale_j theta_j)^2, the bias free.
"""

import csv
import sys
from mpmath import mp, mpf, matrix, lu_solve, inverse, exp, log, sqrt, fsum

mp.dps = 50
FIGURES = "core/src/test/resources/reference/%s.properties"


def figures(name):
    with open(FIGURES % name) as file:
        text = file.read().replace("\\\n", "")
    pairs = (line.split(" = ", 1) for line in text.splitlines() if " = " in line and line[0] != "#")
    return {key: [v.strip() for v in value.split(", ")] for key, value in pairs}


def encode(rows, names):
    """One row of numbers per row of text: 1 for (bias), an indicator for column=level, else the number."""

    def cell(row, name):
        if name == "(bias)":
            return mpf(1)
        column, _, level = name.partition("=")
        return mpf(row[column] == level) if level else mpf(row[column])

    return [[cell(row, name) for name in names] for row in rows]


def newton(x, success, failure, penalty):
    """The minimum, H and A: gradient X (w0 A - w1 (1 - A)) / W + penalty theta, Hessian X diag(w A (1 - A)) X^T / W + ..."""
    k, total = len(x[0]), fsum(success) + fsum(failure)
    theta = matrix(k, 1)
    while True:
        a = [1 / (1 + exp(-fsum(t * v for t, v in zip(theta, row)))) for row in x]
        g, h = matrix(k, 1), matrix(k, k)
        for row, p, s, f in zip(x, a, success, failure):
            r, c = (f * p - s * (1 - p)) / total, (s + f) * p * (1 - p) / total
            for i in range(k):
                g[i] += r * row[i]
                for j in range(k):
                    h[i, j] += c * row[i] * row[j]
        for i in range(k):
            g[i] += penalty[i] * theta[i]
            h[i, i] += penalty[i]
        step = lu_solve(h, g)
        if max(abs(s) for s in step) < mpf(10) ** -40:
            return theta, h, a, total
        theta -= step


def off(found, exact):
    return max(abs((mpf(f) - e) / e) for f, e in zip(found, exact))


def check(name, path, weights, lamda=0, standardize=False):
    told = figures(name)
    with open(path) as file:
        rows = list(csv.DictReader(file))
    x = encode(rows, told["names"])
    success, failure = ([mpf(v) for v in side] for side in zip(*map(weights, rows)))
    scale = [mpf(0)] + [mpf(1)] * (len(x[0]) - 1)
    if standardize:
        for j in range(1, len(scale)):
            mean = fsum(row[j] for row in x) / len(x)
            scale[j] = sqrt(fsum((row[j] - mean) ** 2 for row in x) / len(x))
    theta, h, a, total = newton(x, success, failure, [mpf(lamda) * s * s for s in scale])
    loss = -fsum(s * log(p) + f * log(1 - p) for s, f, p in zip(success, failure, a)) / total
    result = {"estimates": off(told["estimates"], theta), "fitted": off(told["fitted"], a),
              "loss": off(told["scalar.loss"], [loss])}
    if "standardErrors" in told:
        c = inverse(h) / total
        result["standardErrors"] = off(told["standardErrors"], [sqrt(c[i, i]) for i in range(len(scale))])
    print(name, *("%s %s" % (key, mp.nstr(value, 2)) for key, value in result.items()), sep="  ")


def label(column, one):
    return lambda row: (1, 0) if row[column] == one else (0, 1)


def counted(column, one):
    return lambda row: (row["count"], 0) if row[column] == one else (0, row["count"])


check("birthwt", "examples/birthwt.csv", label("low", "1"))
for lamda in ("0.01", "0.1"):
    check("birthwt-ridge-" + lamda, "examples/birthwt.csv", label("low", "1"), float(lamda))
    check("birthwt-ridge-%s-standardized" % lamda, "examples/birthwt.csv", label("low", "1"), float(lamda), True)
check("spector", "examples/spector.csv", label("grade", "1"))
check("titanic", "examples/titanic.csv", counted("survived", "yes"))
check("berkeley", "examples/berkeley.csv", counted("admitted", "yes"))
if len(sys.argv) > 1:
    check("admit", sys.argv[1] + "/ucla-admit/binary.csv", label("admit", "1"))
    check("lizards", sys.argv[1] + "/detectseparation/lizards.csv", lambda row: (row["grahami"], row["opalinus"]))
