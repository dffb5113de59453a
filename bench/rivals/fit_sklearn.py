"""scikit-learn's LogisticRegression: C = 1 / (lambda n) makes its objective n / lambda times F.

Its liblinear penalises the bias, but as little as one says: a hundred times less than a coefficient of a feature.
"""

import warnings

import numpy as np
import scipy
import sklearn
from sklearn.linear_model import LogisticRegression

import serving


def main():
    task = serving.task()
    warnings.simplefilter("ignore")
    x, y = task.numbers.x, task.numbers.y
    penalty = {}
    if task.l1:
        penalty = {"l1_ratio": task.l1}
        if "penalty" in LogisticRegression().get_params() and LogisticRegression().penalty == "l2":  # before 1.8
            penalty["penalty"] = "l1" if task.l1 == 1 else "elasticnet"

    def fit(tolerance):
        model = LogisticRegression(C=1 / (task.lamda * len(y)), tol=tolerance, solver=task.solver, fit_intercept=task.bias,
                                   max_iter=20_000, intercept_scaling=100, **penalty)
        model.fit(x, y)
        return np.append(model.coef_[0], model.intercept_) if task.bias else model.coef_[0]

    serving.serve(f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}, SciPy {scipy.__version__}", fit)


main()
