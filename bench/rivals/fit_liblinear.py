"""LIBLINEAR's own library, its problem built in memory before the clock starts; no bias.

C = 1 / (lambda n) makes its objective, |theta|^2 / 2 + C sum loss, 1 / lambda times F; that of l1 has |theta|_1 instead.
"""

import ctypes
import ctypes.util

import numpy as np
import scipy.sparse

import serving

TYPES = {"primal": 0, "dual": 7, "l1": 6}


class Problem(ctypes.Structure):
    _fields_ = [("l", ctypes.c_int), ("n", ctypes.c_int), ("y", ctypes.c_void_p), ("x", ctypes.c_void_p), ("bias", ctypes.c_double)]


class Parameter(ctypes.Structure):
    """As of version 2.40. Older ones lack nu: with nu = 0 they find a null init_sol in its place."""

    _fields_ = [("solver_type", ctypes.c_int), ("eps", ctypes.c_double), ("C", ctypes.c_double), ("nr_weight", ctypes.c_int),
                ("weight_label", ctypes.c_void_p), ("weight", ctypes.c_void_p), ("p", ctypes.c_double), ("nu", ctypes.c_double),
                ("init_sol", ctypes.c_void_p), ("regularize_bias", ctypes.c_int)]


def nodes(x):
    """Each row as pairs of index (from 1) and value, ended by index -1; and where each row begins."""
    n = x.shape[0]
    at = np.arange(x.nnz) + np.repeat(np.arange(n), np.diff(x.indptr))
    pairs = np.empty(x.nnz + n, np.dtype([("index", "<i4"), ("value", "<f8")], align=True))
    pairs["index"] = -1
    pairs["index"][at] = x.indices + 1
    pairs["value"][at] = x.data
    return pairs, pairs.ctypes.data + (x.indptr[:-1] + np.arange(n)) * pairs.itemsize


def main():
    task = serving.task()
    if task.bias:
        raise SystemExit("LIBLINEAR would penalise the bias")
    library = ctypes.CDLL(ctypes.util.find_library("linear") or "liblinear.so.4")
    library.train.restype = ctypes.c_void_p
    library.train.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    library.get_decfun_coef.restype = ctypes.c_double
    library.get_decfun_coef.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
    quiet = ctypes.CFUNCTYPE(None, ctypes.c_char_p)(lambda text: None)
    library.set_print_string_function(quiet)

    x = scipy.sparse.csr_matrix(task.numbers.x)
    pairs, begins = nodes(x)
    begins = begins.astype("<u8")
    labels = np.where(task.numbers.y > 0, 1.0, -1.0)
    n, d = x.shape
    problem = Problem(n, d, labels.ctypes.data, begins.ctypes.data, -1)

    def fit(tolerance):
        parameter = Parameter(TYPES[task.solver], tolerance, 1 / (task.lamda * n), 0, None, None, 0.1, 0, None, 1)
        model = library.train(ctypes.byref(problem), ctypes.byref(parameter))
        w = np.array([library.get_decfun_coef(model, j + 1, 0) for j in range(d)])
        pointer = ctypes.c_void_p(model)
        library.free_and_destroy_model(ctypes.byref(pointer))
        return w

    serving.serve(f"LIBLINEAR {ctypes.c_int.in_dll(library, 'liblinear_version').value / 100}", fit)


main()
