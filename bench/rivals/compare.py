"""Fits the workloads with Odds and its rivals, each in its own process, to one gap of one objective.

Every rival loads the same numbers. Its tolerance is made ten times tighter until F - min F is at most 1e-6 of the null loss; the
fastest run that reaches that counts. Fits of less than 2 s are repeated and the median of the second half counts; the first is kept
beside it. Results are added to results.jsonl in the cache (ODDS_BENCH_CACHE, else bench/target/rivals), and the table is made from the
last of each workload, rival, solver and number of threads.
"""

import argparse
import datetime
import json
import math
import signal
import statistics
import subprocess
import sys

import endtoend
import measure
import prepare
import table
from rivals import RIVALS
from session import Failed, Session
from workloads import CACHE, GAP, WORKLOADS

BRIEF = 2.0
"""Seconds below which a fit is repeated."""

WARM = 4.0
"""Seconds that the repetitions may take."""


def main():
    options = parse()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that no rival is left at work
    CACHE.mkdir(parents=True, exist_ok=True)
    if not options.table:
        for name in options.workloads or [*WORKLOADS, endtoend.NAME]:
            if name == endtoend.NAME:
                endtoend.compare(options.rivals, options.runs, keep)
            else:
                compare(WORKLOADS[name], options)
    if not options.prepare:
        print(table.markdown(table.load()))


def parse():
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workloads", nargs="*", metavar="workload",
                        help=f"of {', '.join(WORKLOADS)}, {endtoend.NAME}; all unless named")
    parser.add_argument("--rivals", nargs="+", default=list(RIVALS), metavar="RIVAL",
                        help=f"of {', '.join(RIVALS)}; all unless named")
    parser.add_argument("--solvers", nargs="+", help="only these of the rivals' solvers")
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2], help="1 and 2 unless said otherwise")
    parser.add_argument("--limit", type=float, default=120, help="seconds that one fit may take; 120 unless said otherwise")
    parser.add_argument("--tolerance", type=float, help="where the rivals' tolerances begin, but Odds'; each at its own unless said otherwise")
    parser.add_argument("--runs", type=int, default=5, help="whole processes of the end-to-end workload; 5 unless said otherwise")
    parser.add_argument("--prepare", action="store_true", help="only write the numbers and find the minima")
    parser.add_argument("--table", action="store_true", help="only print the table of the results so far")
    options = parser.parse_args()
    for given, known in ((options.workloads, [*WORKLOADS, endtoend.NAME]), (options.rivals, RIVALS)):
        if not set(given) <= set(known):
            parser.error(f"found {' '.join(given)}; expected any of {', '.join(known)}")
    return options


def compare(workload, options):
    for files in {workload.files, workload.raw} - {""}:
        prepare.prepare(files)
    measured = measure.of(workload)
    for name in [] if options.prepare else options.rivals:
        rival = RIVALS[name]
        for solver in rival.takes(workload):
            if options.solvers and solver not in options.solvers:
                continue
            for threads in options.threads if rival.parallel or workload.folds else [1]:
                result = sweep(workload, measured, rival, solver, threads, options)
                keep(workload=workload.name, rival=name, solver=solver, threads=threads, **result)


def keep(**result):
    result["date"] = datetime.date.today().isoformat()
    with open(CACHE / "results.jsonl", "a", encoding="utf-8") as file:
        file.write(json.dumps(result) + "\n")
    print(table.line(result), flush=True)


def sweep(workload, measured, rival, solver, threads, options):
    """The fastest run that reaches the gap, or the best gap and why there is no better."""

    def gap(v):
        found = measured.gap(v, raw=rival.is_odds and workload.raw)
        return found if math.isfinite(found) else math.inf

    result = {"gap": None, "failure": None}
    session = None
    try:
        session = Session(rival.argv(workload, measured.lambdas, solver, threads), threads, options.limit)
        result["version"] = session.begin()
        result.update(fastest(session, gap, rival, options.tolerance if options.tolerance and not rival.is_odds else rival.loosest))
    except (Failed, FileNotFoundError, subprocess.CalledProcessError, BrokenPipeError) as failure:
        result["failure"] = str(failure)
    finally:
        if session:
            result["memory"] = session.close()
    return result


def fastest(session, gap, rival, tolerance):
    reached, nearest = None, None
    first = None
    for _ in range(1 if rival.is_odds else 11):
        try:
            answer, v = session.fit(tolerance)
        except Failed as failure:
            return {**(reached or nearest or {}), "failure": str(failure)}
        first = answer["seconds"][0] if first is None else first
        told = {"tolerance": tolerance, "gap": gap(v), "seconds": answer["seconds"][0], "extra": answer.get("extra", "")}
        if told["gap"] <= GAP:
            reached = told
            break
        nearest = told if nearest is None or told["gap"] < nearest["gap"] else nearest
        tolerance /= 10
    if reached is None:
        return {**nearest, "failure": "the gap is not reached at any tolerance"}
    candidates = [reached["tolerance"]]
    if not rival.is_odds:
        candidates.append(reached["tolerance"] * math.sqrt(10))
    runs = [repeat(session, gap, t, reached["seconds"]) for t in candidates]
    within = [run for run in runs if run["gap"] <= GAP] or [reached]
    return {**min(within, key=lambda run: run["seconds"]), **({"first": first} if rival.is_odds else {})}


def repeat(session, gap, tolerance, seconds):
    """The median of the second half of as many fits as are worth it."""
    brief = seconds < BRIEF
    if brief:
        seconds = min(session.fit(tolerance, 2)[0]["seconds"])  # a JVM's first fit is no measure of the others
    count = max(3, min(400, int(WARM / max(seconds, 1e-3)))) if brief else 1
    answer, v = session.fit(tolerance, count)
    late = answer["seconds"][count // 2:]
    return {"tolerance": tolerance, "gap": gap(v), "seconds": statistics.median(late), "extra": answer.get("extra", "")}


if __name__ == "__main__":
    main()
