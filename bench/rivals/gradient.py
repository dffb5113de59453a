"""The gradient of the logistic loss in NumPy, two readings of X by BLAS: median milliseconds.

Usage: gradient.py MEGABYTES THREADS D...
"""

import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = sys.argv[2]

import numpy as np  # noqa: E402 (BLAS reads its number of threads when it is loaded)


def gradient(x, y, theta, bias):
    z = x @ theta + bias
    a = 1 / (1 + np.exp(-z))
    residual = a - y
    return x.T @ residual, residual.sum()


def main():
    size = int(sys.argv[1]) << 20
    for d in map(int, sys.argv[3:]):
        n = size // 8 // d
        random = np.random.default_rng(1)
        x = random.uniform(-1, 1, (n, d))
        y = random.integers(0, 2, n).astype(float)
        theta = random.uniform(-0.1, 0.1, d)
        times = []
        for _ in range(18):
            start = time.perf_counter()
            gradient(x, y, theta, 0.1)
            times.append(time.perf_counter() - start)
        print(f"d {d}, n {n}: {1000 * np.median(times[3:]):.2f} ms, NumPy {np.__version__}", flush=True)


if __name__ == "__main__":
    main()
