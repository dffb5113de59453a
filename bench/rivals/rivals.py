"""Who is compared: for each rival its solvers, the commands that start them, and where their tolerances begin."""

import functools
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from workloads import CACHE, ROOT

HERE = Path(__file__).resolve().parent
HEAP = "-Xmx12g"


@dataclass(frozen=True)
class Rival:
    """One way to fit, with its solvers: of ridge, of one lambda with |theta|_1, of a path.

    `loosest` is the tolerance to begin with, divided by ten until the gap is reached; `command(threads)` the start of a command
    line; `parallel` whether more than one thread is of use, as it always is to folds; `bias` the workloads it takes, with and
    without one.
    """

    name: str
    solvers: tuple
    loosest: float
    command: object
    parallel: bool = False
    bias: tuple = (True, False)
    lasso: tuple = ()
    path: tuple = ()

    def takes(self, workload):
        """Those of its solvers that can."""
        if workload.bias not in self.bias:
            return ()
        if workload.points > 1:
            return self.path
        return self.lasso if workload.l1 else self.solvers

    def argv(self, workload, lambdas, solver, threads):
        standardize = self.is_odds and workload.raw
        folder = CACHE / workload.raw if standardize else workload.folder
        told = [str(folder), ",".join(repr(float(lamda)) for lamda in lambdas), str(int(workload.bias)), solver]
        more = {"l1": workload.l1, "folds": workload.folds, "standardize": int(bool(standardize)), "threads": threads}
        return [*self.command(threads), *told, *(f"{name}={value}" for name, value in more.items() if value)]

    @property
    def is_odds(self):
        return self.name.startswith("odds")


def python(script):
    return lambda threads: [os.environ.get("RIVAL_PYTHON", sys.executable), str(HERE / script)]


def r(threads):
    return [found("Rscript"), str(HERE / "fit_glmnet.R")]


def found(program):
    path = shutil.which(program)
    if path is None:
        raise FileNotFoundError(f"no {program} on the PATH")
    return path


@functools.cache
def jdk(version):
    """The home of the JDK of that version: the default one, or one that lies beside it."""
    default = Path(os.path.realpath(found("javac"))).parents[1]
    for home in [default, *sorted(default.parent.iterdir())]:
        release = home / "release"
        if release.exists() and f'JAVA_VERSION="{version}' in release.read_text():
            return home
    raise FileNotFoundError(f"no JDK {version} beside {default}")


@functools.cache
def odds_classes():
    """Builds Odds and its side of the talk."""
    run("mvn", "-B", "-q", "-Dmaven.test.skip=true", "-pl", "bench", "-am", "package", cwd=ROOT)
    return f"{ROOT}/bench/target/classes:{ROOT}/bench/target/lib/*"


@functools.cache
def rival_classes(name, version):
    """Fetches a rival's libraries, and compiles our side of the talk for them."""
    jars, classes = CACHE / "jvm" / name, CACHE / "jvm" / f"{name}-classes"
    if not jars.exists():
        run("mvn", "-B", "-q", "-f", HERE / "jvm" / "pom.xml", "-P", name, "dependency:copy-dependencies",
            f"-DoutputDirectory={jars}", env={**os.environ, "JAVA_HOME": str(jdk(version))})
    path = f"{jars}/*:{odds_classes().split(':')[0]}"
    run(jdk(version) / "bin" / "javac", "-nowarn", "-d", classes, "-cp", path, HERE / "jvm" / f"{name.capitalize()}Rival.java")
    return f"{classes}:{path}"


def run(*argv, **more):
    subprocess.run([str(a) for a in argv], check=True, stdout=sys.stderr, **more)


def odds(version):
    def command(threads):
        return [str(jdk(version) / "bin" / "java"), HEAP, "--add-modules", "jdk.incubator.vector",
                "-cp", odds_classes(), "dev.odds.bench.OddsRival", str(threads)]

    return command


def jvm(name, version, *flags):
    def command(threads):
        pool = f"-Djava.util.concurrent.ForkJoinPool.common.parallelism={threads - 1}"
        return [str(jdk(version) / "bin" / "java"), HEAP, pool, *flags,
                "-cp", rival_classes(name, version), f"{name.capitalize()}Rival", str(threads)]

    return command


SKLEARN = ("lbfgs", "newton-cg", "newton-cholesky", "liblinear", "sag", "saga")

RIVALS = {
    rival.name: rival
    for rival in [
        Rival("odds", ("auto", "newton", "newton-cg", "lbfgs"), 1e-6, odds(17), parallel=True,
              lasso=("auto",), path=("auto",)),
        Rival("odds-jdk25", ("auto",), 1e-6, odds(25), parallel=True, lasso=("auto",), path=("auto",)),
        Rival("scikit-learn", SKLEARN, 10, python("fit_sklearn.py"), parallel=True, lasso=("liblinear", "saga")),
        Rival("liblinear", ("primal", "dual"), 1, python("fit_liblinear.py"), bias=(False,), lasso=("l1",)),
        Rival("glmnet", ("glmnet",), 1e-4, r, lasso=("glmnet", "modified"), path=("glmnet", "modified")),
        Rival("liblinear-java", ("primal", "dual"), 1, jvm("liblinear", 17), bias=(False,), lasso=("l1",)),
        Rival("tribuo", ("sgd",), 1, jvm("tribuo", 17)),
        Rival("smile", ("lbfgs",), 1e-2, jvm("smile", 25, "--enable-native-access=ALL-UNNAMED"),
              parallel=True, bias=(True,)),
        Rival("spark", ("lbfgs",), 1e-2, jvm("spark", 17, "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
              "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
              "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED", "--add-opens=java.base/java.util=ALL-UNNAMED",
              "--add-opens=java.base/sun.security.action=ALL-UNNAMED"), parallel=True),
        Rival("h2o", ("irlsm", "l_bfgs"), 1e-2, jvm("h2o", 17, "--add-opens=java.base/java.lang=ALL-UNNAMED"), parallel=True),
    ]
}
