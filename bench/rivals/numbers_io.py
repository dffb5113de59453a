"""The numbers of a workload on disk: little-endian arrays that every rival can read, and meta.json.

y.f64 has the n labels. X is x.f64, n rows of d; or compressed sparse rows: starts.i32 (n + 1), indices.i32 and values.f64. A table
of columns beside it, columns.txt, is for Odds, which codes categories itself: one line "numeric NAME FILE.f64" or
"levels NAME FILE.i32 COUNT" per column.
"""

import json
from dataclasses import dataclass

import numpy as np
import scipy.sparse


@dataclass(frozen=True)
class Numbers:
    x: object
    """n x d, an array or a CSR matrix."""
    y: np.ndarray


def write(folder, x, y):
    folder.mkdir(parents=True, exist_ok=True)
    sparse = scipy.sparse.issparse(x)
    if sparse:
        x.sort_indices()
        x.indptr.astype("<i4").tofile(folder / "starts.i32")
        x.indices.astype("<i4").tofile(folder / "indices.i32")
        x.data.astype("<f8").tofile(folder / "values.f64")
    else:
        x.astype("<f8").tofile(folder / "x.f64")
    np.asarray(y).astype("<f8").tofile(folder / "y.f64")
    meta = {"examples": x.shape[0], "features": x.shape[1], "sparse": sparse}
    (folder / "meta.json").write_text(json.dumps(meta))


def read(folder):
    meta = json.loads((folder / "meta.json").read_text())
    shape = (meta["examples"], meta["features"])
    y = np.fromfile(folder / "y.f64")
    if not meta["sparse"]:
        return Numbers(np.fromfile(folder / "x.f64").reshape(shape), y)
    parts = [np.fromfile(folder / name, dtype) for name, dtype in
             [("values.f64", "<f8"), ("indices.i32", "<i4"), ("starts.i32", "<i4")]]
    return Numbers(scipy.sparse.csr_matrix(tuple(parts), shape), y)
