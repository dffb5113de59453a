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
        for solver in ("lbfgs", "newton-cholesky"):
            keep(**loosest(problem, solver, runs))
    if "odds" in names:
        argv = [str(ROOT / "odds"), "fit", str(data), "--target", "y", "--tolerance", "1e-6", "-o", str(CACHE / "model.odds.json")]
        run(argv)
        model = json.loads(Path(argv[-1]).read_text())
        gap = problem.gap(np.array([c["estimate"] for c in model["coefficients"]]))
        keep(**measure(argv, runs, gap), rival="odds", solver="auto", tolerance=1e-6)


def loosest(problem, solver, runs):
    """scikit-learn at the first of ever tighter tolerances that reaches the gap."""
    target = CACHE / "model.pickle"
    for tolerance in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6):
        script = Path(__file__).with_name("endtoend_sklearn.py")
        argv = [sys.executable, str(script), str(problem.data), str(target), solver, str(tolerance)]
        run(argv)
        model = pickle.loads(target.read_bytes())
        gap = problem.gap(np.append(model.coef_[0], model.intercept_))
        if gap <= GAP:
            break
    return {**measure(argv, runs, gap), "rival": "scikit-learn", "solver": solver, "tolerance": tolerance}


def run(argv):
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)


def measure(argv, runs, gap):
    """The median time of whole processes and the largest peak memory."""
    seconds, peaks = [], []
    for _ in range(runs):
        begin = time.perf_counter()
        process = subprocess.Popen(argv, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - begin)
        process.returncode = status
        peaks.append(usage.ru_maxrss / 1024)
    return {"workload": NAME, "threads": 2, "gap": gap, "seconds": statistics.median(seconds), "memory": max(peaks),
            "failure": None if gap <= GAP else "the gap is not reached"}


class Problem:
    """The gap of a fit without a penalty, by a Newton decrement in NumPy: F - min F is g^T H^-1 g / 2 so near the minimum."""

    def __init__(self, data):
        self.data = data
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
