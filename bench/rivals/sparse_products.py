"""Odds' two products of a sparse gradient, and its whole gradient, against SciPy's X @ theta and X.T @ r on the same matrix, in turn.

    sparse_products.py FOLDER [THREADS]

FOLDER is a workload in the cache of bench/run. SciPy has one thread. Medians over the rounds; a ratio is of SciPy's time.
"""

import pathlib
import statistics
import subprocess
import sys
import time

import numpy as np

import numbers_io

ROUNDS = 9
BENCH = pathlib.Path(__file__).resolve().parents[1] / "target"


def median(count, work):
    times = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1e3 * statistics.median(times)


def main(folder, threads="1"):
    x = numbers_io.read(pathlib.Path(folder)).x
    random = np.random.default_rng(1)
    theta, r = random.normal(size=x.shape[1]), random.normal(size=x.shape[0])
    command = ["java", "--add-modules", "jdk.incubator.vector", "-cp", f"{BENCH}/classes:{BENCH}/lib/*",
               "dev.odds.bench.SparseReading", threads, folder]
    rounds = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as odds:
        for _ in range(ROUNDS):
            odds.stdin.write("\n")
            odds.stdin.flush()
            products, gradient = map(float, odds.stdout.readline().split())
            logits = median(50, lambda: x @ theta)
            accumulation = median(50, lambda: x.T @ r)
            rounds.append((products, gradient, logits + accumulation))
        odds.stdin.close()
    products, gradient, scipy = (statistics.median(column) for column in zip(*rounds[ROUNDS // 3:]))
    print(f"{pathlib.Path(folder).name}, {threads} threads: products {products:.2f} ms, gradient {gradient:.2f} ms, "
          f"SciPy {scipy:.2f} ms; {products / scipy:.2f} and {gradient / scipy:.2f} of it")


if __name__ == "__main__":
    main(*sys.argv[1:])
