"""A rival's side of the talk with compare.py.

    RIVAL FOLDER LAMBDA BIAS SOLVER [NAME=VALUE...]

LAMBDA may be several, falling, with commas between: a path. Names: l1, the share of |theta|_1 in the penalty, 0 unless given; folds,
of a cross-validation of the path besides; threads, where a rival takes them from there.
A rival loads FOLDER, says "@ {"version": ...}", and answers each line "TOLERANCE COUNT OUT": it fits COUNT times, writes theta and
the bias of the last as doubles to OUT, for one lambda after another, and says "@ {"seconds": [...]}". What it prints without "@" is passed over. It ends with its
input.
"""

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import numbers_io


@dataclass(frozen=True)
class Task:
    numbers: numbers_io.Numbers
    lamda: float
    bias: bool
    solver: str
    l1: float


def task():
    """What the command line asks for; one lambda."""
    folder, lamda, bias, solver = sys.argv[1:5]
    more = dict(word.split("=") for word in sys.argv[5:])
    return Task(numbers_io.read(Path(folder)), float(lamda), bias == "1", solver, float(more.get("l1", 0)))


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
