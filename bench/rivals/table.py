"""The table of docs/benchmarks.md from the results so far."""

import json
import os
import platform
from pathlib import Path

from endtoend import NAME as END_TO_END
from workloads import CACHE, GAP, WORKLOADS


def load():
    """The last result of each workload, rival, solver and number of threads."""
    results = {}
    path = CACHE / "results.jsonl"
    for text in path.read_text().splitlines() if path.exists() else []:
        result = json.loads(text)
        results[tuple(result[key] for key in ("workload", "rival", "solver", "threads"))] = result
    return list(results.values())


def line(result):
    """One result as it comes."""
    head = f"{result['workload']:12} {result['rival']:15} {result['solver']:16} {result['threads']} thread(s) "
    body = f"{result['seconds']:9.4f} s  gap {result['gap']:.1e}" if result.get("gap") is not None else ""
    first = f"  first {result['first']:.3f} s" if "first" in result else ""
    memory = f"  {result['memory']:.0f} MiB" if result.get("memory") else ""
    tolerance = f"  tolerance {result['tolerance']:.1e}" if "tolerance" in result else ""
    extra = f"  {result['extra']}" if result.get("extra") else ""
    return head + body + first + memory + tolerance + extra + (f"  ({result['failure']})" if result["failure"] else "")


def reaches(result):
    return result.get("gap") is not None and result["gap"] <= GAP and "seconds" in result


def best(results):
    """The fastest of those that reach the gap, or None."""
    return min(filter(reaches, results), key=lambda r: r["seconds"], default=None)


def markdown(results):
    rows = ["| workload | rival | best solver | 1 thread, s | 2 threads, s | memory, MiB | Odds takes | aim |",
            "| --- | --- | --- | --- | --- | --- | --- | --- |"]
    for name in [*WORKLOADS, END_TO_END]:
        of = [r for r in results if r["workload"] == name]
        fast = best([r for r in of if r["rival"] == "odds" and r["solver"] == "auto"])
        for rival in dict.fromkeys(r["rival"] for r in of):
            rows.append(row(name, rival, [r for r in of if r["rival"] == rival], fast))
    return "\n".join([*rows, "", *by_hand(results), "", *versions(results)])


def row(name, rival, results, odds):
    auto = [r for r in results if r["solver"] == "auto"] or results
    cells = [best([r for r in auto if r["threads"] == threads]) for threads in (1, 2)]
    fast = best(auto)
    memory = f"{fast['memory']:,.0f}" if fast else ""
    ratio = f"{odds['seconds'] / fast['seconds']:.2f}" if odds and fast and odds is not fast else ""
    solver = fast["solver"] if fast else failure(results)
    return f"| {name} | {rival} | {solver} | {seconds(cells[0])} | {seconds(cells[1])} | {memory} | {ratio} | {aim(name, rival)} |"


def aim(name, rival):
    workload = WORKLOADS.get(name)
    most = 1 / 3 if name == END_TO_END else workload.most
    wanted = rival == "scikit-learn" if name == END_TO_END else workload.against in (rival, "*")
    return f"{most:.2f}" if wanted and not rival.startswith("odds") else ""


def seconds(result):
    if result is None:
        return ""
    first = f" (first {result['first']:.2g})" if "first" in result and result["rival"].startswith("odds") else ""
    return f"{result['seconds']:.3g}{first}"


def failure(results):
    """The nearest that a rival came."""
    gaps = [r["gap"] for r in results if r.get("gap") is not None]
    return f"best gap {min(gaps):.0e}" if gaps else results[-1]["failure"]


def by_hand(results):
    """What choosing the solver by hand would save."""
    rows = ["| workload | threads | auto, s | best by hand, s | which | ratio |", "| --- | --- | --- | --- | --- | --- |"]
    for name in WORKLOADS:
        for threads in (1, 2):
            of = [r for r in results if (r["workload"], r["rival"], r["threads"]) == (name, "odds", threads)]
            auto, hand = best([r for r in of if r["solver"] == "auto"]), best([r for r in of if r["solver"] != "auto"])
            if auto and hand:
                rows.append(f"| {name} | {threads} | {auto['seconds']:.3g} | {hand['seconds']:.3g} | {hand['solver']} "
                            f"| {auto['seconds'] / hand['seconds']:.2f} |")
    return rows


def versions(results):
    """When, where and with what it was measured."""
    dates = sorted({r["date"] for r in results})
    return [f"Measured {' to '.join(dict.fromkeys([dates[0], dates[-1]]))} on {os.cpu_count()} cores, {processor()}.",
            *sorted({r["version"] for r in results if r.get("version")})] if results else []


def processor():
    """Its name where Linux tells it."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text().splitlines() if path.exists() else []
    return next((text.split(": ")[1] for text in lines if text.startswith("model name")), platform.machine())
