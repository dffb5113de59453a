"""scikit-learn's LogisticRegression: C = 1 / (lambda n) makes its objective n / lambda times F."""

import warnings

import numpy as np
import scipy
import sklearn
from sklearn.linear_model import LogisticRegression

import serving


def main():
    numbers, lamda, bias, solver = serving.arguments()
    warnings.simplefilter("ignore")
    x, y = numbers.x, numbers.y
    if solver in ("sag", "saga"):
        x = x.astype(float, order="C")

    def fit(tolerance):
        model = LogisticRegression(C=1 / (lamda * len(y)), tol=tolerance, solver=solver, fit_intercept=bias, max_iter=20_000)
        model.fit(x, y)
        return np.append(model.coef_[0], model.intercept_) if bias else model.coef_[0]

    serving.serve(f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}, SciPy {scipy.__version__}", fit)


main()
