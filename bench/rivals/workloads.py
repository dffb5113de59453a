"""The fits that are compared, and where their files are."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(os.environ.get("ODDS_BENCH_CACHE", ROOT / "bench" / "target" / "rivals"))

GAP = 1e-6
"""How far above the minimum of F a fit may be, relative to the null loss: of the bias alone, or log 2 where there is none."""


@dataclass(frozen=True)
class Workload:
    """F(theta, b) = mean loss + lamda (l1 |theta|_1 + (1 - l1) / 2 |theta|^2) over the numbers of the folder `files`; b = 0 without
    a bias. With `least`, lambda goes down to that part of lambda_max, the least lambda that leaves all of theta 0, in `points` steps
    of equal ratio; with one point it is there at once. `folds` asks for a cross-validation of that path besides.

    `raw` is the folder that Odds reads where it scales itself what rivals get standardised. The time of `against`, a rival or * for
    any, times `most` is the aim.
    """

    name: str
    files: str
    lamda: float = 0
    bias: bool = True
    raw: str = ""
    against: str = ""
    most: float = 0
    l1: float = 0
    least: float = 0
    points: int = 1
    folds: int = 0

    @property
    def folder(self):
        return CACHE / self.files


WORKLOADS = {
    w.name: w
    for w in [
        Workload("dense", "dense", 1e-4, against="scikit-learn", most=1 / 5),
        Workload("fashion", "fashion", 1e-4, against="scikit-learn", most=1 / 3),
        Workload("a9a", "a9a", 1e-4),
        Workload("a9a-nobias", "a9a", 1e-4, bias=False, against="liblinear", most=1 / 3),
        Workload("w8a", "w8a", 1e-4),
        Workload("w8a-nobias", "w8a", 1e-4, bias=False, against="liblinear", most=1 / 3),
        Workload("imdb", "imdb", 1e-4),
        Workload("imdb-nobias", "imdb", 1e-4, bias=False, against="liblinear", most=1 / 3),
        Workload("flights", "flights", 1e-6, against="scikit-learn", most=1 / 10),
        Workload("kdd-raw", "kdd", 1e-6),
        Workload("kdd-dense", "kdd-dense", 1e-6, raw="kdd", against="*", most=1 / 3),
        Workload("kdd-sparse", "kdd-sparse", 1e-6, raw="kdd", against="*", most=1 / 3),
        Workload("a9a-l1", "a9a", l1=1, least=0.01, against="scikit-learn", most=1 / 3),
        Workload("a9a-l1-nobias", "a9a", l1=1, least=0.01, bias=False, against="*", most=1 / 3),
        Workload("imdb-l1-nobias", "imdb", l1=1, least=0.01, bias=False, against="liblinear", most=1 / 3),
        Workload("path-dense", "path-dense", l1=0.5, least=1e-4, points=100, against="glmnet", most=1 / 2),
        Workload("path-wide", "path-wide", l1=0.5, least=0.01, points=100, against="glmnet", most=1 / 2),
        Workload("cv-dense", "path-dense", l1=0.5, least=1e-4, points=100, folds=10, against="glmnet", most=1 / 2),
        Workload("path-quarter", "path-quarter", l1=0.5, least=1e-4, points=50),
        Workload("path-long", "path-long", l1=0.5, least=1e-4, points=50, against="glmnet", most=1 / 2),
    ]
}


def shared(relative):
    """A file of the folder shared/data beside a folder above the project."""
    for folder in ROOT.parents:
        if (folder / "shared" / "data" / relative).exists():
            return folder / "shared" / "data" / relative
    raise SystemExit(f"found no shared/data/{relative} beside a folder above {ROOT}; that workload needs it")
