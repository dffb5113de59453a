"""A rival's side of the talk with compare.py.

    RIVAL FOLDER LAMBDA BIAS SOLVER

A rival loads FOLDER, says "@ {"version": ...}", and answers each line "TOLERANCE COUNT OUT": it fits COUNT times, writes theta and
the bias of the last as doubles to OUT, and says "@ {"seconds": [...]}". What it prints without "@" is passed over. It ends with its
input.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

import numbers_io


def arguments():
    """Numbers, lambda, whether there is a bias, and the solver's name."""
    folder, lamda, bias, solver = sys.argv[1:5]
    return numbers_io.read(Path(folder)), float(lamda), bias == "1", solver


def say(**answer):
    print("@", json.dumps(answer), flush=True)


def serve(version, fit):
    """`fit(tolerance)` gives theta, then the bias; it alone is timed."""
    say(version=version)
    for line in sys.stdin:
        tolerance, count, out = line.split(maxsplit=2)
        seconds = []
        for _ in range(int(count)):
            begin = time.perf_counter()
            v = fit(float(tolerance))
            seconds.append(time.perf_counter() - begin)
        np.asarray(v, "<f8").tofile(out.strip())
        say(seconds=seconds)
