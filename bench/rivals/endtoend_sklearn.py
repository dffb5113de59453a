"""CSV to a pickled model, as one would write it: endtoend_sklearn.py CSV MODEL SOLVER TOLERANCE."""

import pickle
import sys

import numpy as np
import pandas
from sklearn.linear_model import LogisticRegression

source, target, solver, tolerance = sys.argv[1:]
table = pandas.read_csv(source)
y = table.pop("y")
model = LogisticRegression(C=np.inf, solver=solver, tol=float(tolerance), max_iter=1000).fit(table.to_numpy(), y)
with open(target, "wb") as file:
    pickle.dump(model, file)
