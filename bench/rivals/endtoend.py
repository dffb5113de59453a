"""A CSV of 1,000,000 x 20 numbers to a model file, whole processes: `odds fit` against pandas and scikit-learn."""

import json
import os
import pickle
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

import rivals
from workloads import CACHE, GAP, ROOT

NAME = "end-to-end"
ROWS, COLUMNS = 1_000_000, 20


def compare(names, runs, keep):
    data = CACHE / "numbers.csv"
    if not data.exists():
        subprocess.run([str(rivals.jdk(17) / "bin" / "java"), "-cp", rivals.odds_classes(), "dev.odds.bench.Numbers",
                        str(data), str(ROWS), str(COLUMNS)], check=True)
    problem = Problem(data)
    if "scikit-learn" in names:
        for solver, tolerance in (("lbfgs", 1e-4), ("newton-cholesky", 1e-4)):
            script = str(Path(__file__).with_name("endtoend_sklearn.py"))
            argv = [sys.executable, script, str(data), str(CACHE / "model.pickle"), solver, str(tolerance)]
            keep(**measure(argv, runs, problem.gap(pickled(argv)), rival="scikit-learn", solver=solver, tolerance=tolerance))
    if "odds" in names:
        argv = [str(ROOT / "odds"), "fit", str(data), "--target", "y", "--tolerance", "1e-6", "-q", "-o", str(CACHE / "model.odds.json")]
        keep(**measure(argv, runs, problem.gap(written(argv)), rival="odds", solver="auto", tolerance=1e-6))


def pickled(argv):
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
    model = pickle.loads(Path(argv[3]).read_bytes())
    return np.append(model.coef_[0], model.intercept_)


def written(argv):
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
    return coefficients(json.loads(Path(argv[-1]).read_text()))


def coefficients(model):
    """theta, then the bias, of a model file."""
    return np.array([*model["theta"], model["bias"]], float)


def measure(argv, runs, gap, **names):
    seconds, peaks = [], []
    for _ in range(runs):
        begin = time.perf_counter()
        process = subprocess.Popen(argv, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - begin)
        process.returncode = status
        peaks.append(usage.ru_maxrss / 1024)
    return {"workload": NAME, "threads": 2, "gap": gap, "seconds": statistics.median(seconds), "memory": max(peaks),
            "failure": None if gap <= GAP else "the gap is not reached", **names}


class Problem:
    """The gap of a fit without a penalty, by a Newton decrement in NumPy: F - min F is g^T H^-1 g / 2 so near the minimum."""

    def __init__(self, data):
        cache = data.with_suffix(".npy")
        if not cache.exists():
            np.save(cache, np.loadtxt(data, delimiter=",", skiprows=1))
        numbers = np.load(cache)
        self.y = numbers[:, 0]
        self.x = np.column_stack([numbers[:, 1:], np.ones(len(numbers))])

    def gap(self, v):
        z = self.x @ v
        a = 1 / (1 + np.exp(-z))
        g = self.x.T @ (a - self.y) / len(z)
        h = (self.x.T * (a * (1 - a) / len(z))) @ self.x
        share = self.y.mean()
        null = -share * np.log(share) - (1 - share) * np.log(1 - share)
        return g @ np.linalg.solve(h, g) / 2 / null
