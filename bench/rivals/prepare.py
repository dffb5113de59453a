"""Writes the numbers of the workloads, once, from the files of shared/data."""

import csv
import gzip
import io
import re

import numpy as np
import scipy.sparse

import numbers_io
from workloads import CACHE, shared

SEED = 20261124


def prepare(files):
    """Makes sure that the folder `files` is there."""
    if not (CACHE / files / "meta.json").exists():
        print(f"preparing {files}", flush=True)
        MAKERS[files]()


def dense():
    """200,000 x 100 normal numbers, correlation 0.7^|i - j| between columns i and j (AR(1)); labels follow a logistic model."""
    n, d = 200_000, 100
    random = np.random.default_rng(SEED)
    x = correlated(random, n, d)
    numbers_io.write(CACHE / "dense", x, labelled(random, x @ (random.standard_normal(d) / 4) - 0.5))


def correlated(random, n, d, r=0.7):
    x = random.standard_normal((n, d))
    for j in range(1, d):
        x[:, j] = r * x[:, j - 1] + np.sqrt(1 - r * r) * x[:, j]
    return x


def labelled(random, z):
    return random.random(len(z)) < 1 / (1 + np.exp(-z))


def chosen(random, d, count):
    """Normal coefficients for `count` of d features, 0 for the others."""
    theta = np.zeros(d)
    theta[random.choice(d, count, replace=False)] = random.standard_normal(count)
    return theta


def path_dense():
    """20,000 x 200, correlated as `dense`; 40 of the features have an effect."""
    random = np.random.default_rng(SEED)
    x = correlated(random, 20_000, 200)
    numbers_io.write(CACHE / "path-dense", x, labelled(random, x @ chosen(random, 200, 40) / 2 - 0.5))


def path_wide():
    """62 x 2000, as of genes: 40 groups of 50, correlation 0.6 within each; 20 of the features have an effect."""
    random = np.random.default_rng(SEED)
    groups = np.repeat(random.standard_normal((62, 40)), 50, axis=1)
    x = np.sqrt(0.6) * groups + np.sqrt(0.4) * random.standard_normal((62, 2000))
    numbers_io.write(CACHE / "path-wide", x, labelled(random, x @ chosen(random, 2000, 20)))


def path_long():
    """1,000,000 x 50, correlated as `dense`; 10 of the features have an effect. And its first quarter."""
    random = np.random.default_rng(SEED)
    x = correlated(random, 1_000_000, 50)
    y = labelled(random, x @ chosen(random, 50, 10) / 2 - 0.5)
    numbers_io.write(CACHE / "path-long", x, y)
    numbers_io.write(CACHE / "path-quarter", x[:250_000], y[:250_000])


def fashion():
    """60,000 images of 28 x 28 bytes, divided by 255; class 0 against the rest."""

    def idx(name, header):
        with gzip.open(shared(f"fashion-mnist/train-{name}-ubyte.gz")) as file:
            return np.frombuffer(file.read(), np.uint8, offset=header)

    x = idx("images-idx3", 16).reshape(-1, 784) / 255.0
    numbers_io.write(CACHE / "fashion", x, idx("labels-idx1", 8) == 0)


def libsvm(name):
    def make():
        labels, starts, indices, values = [], [0], [], []
        for line in shared(f"{name}/{name}").read_text().splitlines():
            if not line.strip():
                continue
            label, *entries = line.split()
            labels.append(float(label) > 0)
            pairs = [entry.split(":") for entry in entries]
            indices += [int(index) - 1 for index, _ in pairs]
            values += [float(value) for _, value in pairs]
            starts.append(len(indices))
        numbers_io.write(CACHE / name, scipy.sparse.csr_matrix((values, indices, starts)), labels)

    return make


def imdb():
    """Counts of the words [a-z0-9']+ of 25,000 reviews, words numbered in the order of their first appearance."""
    words, labels, starts, indices = {}, [], [0], []
    with gzip.open(shared("imdb/imdb_train.tsv.gz"), "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            label, _, text = line.rstrip("\n").split("\t", 2)
            labels.append(label == "1")
            indices += [words.setdefault(word, len(words)) for word in re.findall("[a-z0-9']+", text.lower())]
            starts.append(len(indices))
    x = scipy.sparse.csr_matrix((np.ones(len(indices)), indices, starts))
    x.sum_duplicates()
    numbers_io.write(CACHE / "imdb", x, labels)
    write_libsvm(CACHE / "imdb" / "imdb.libsvm", x, labels)


def write_libsvm(path, x, y):
    with open(path, "w", encoding="ascii") as file:
        for i, label in enumerate(y):
            row = slice(x.indptr[i], x.indptr[i + 1])
            entries = " ".join(f"{j + 1}:{v:g}" for j, v in zip(x.indices[row], x.data[row]))
            file.write(f"{'+1' if label else '-1'} {entries}\n")


def flights():
    """Thousands of miles, and one column per origin, destination and hour of day but the first; delay > 15 minutes."""
    labels, miles, places, hours = [], [], ([], []), []
    with gzip.open(shared("flights-3m/flights-3m.csv.gz"), "rt", encoding="ascii") as file:
        next(file)
        for line in file:
            date, delay, distance, origin, destination = line.rstrip("\n").split(",")
            labels.append(int(delay) > 15)
            miles.append(int(distance) / 1000)
            hours.append(date[11:13])
            places[0].append(origin)
            places[1].append(destination)
    columns = {"distance": np.array(miles)}
    for name, texts in zip(("origin", "destination", "hour"), (*places, hours)):
        columns[name] = coded(texts)
    write_table("flights", columns, labels)


def coded(texts):
    """Codes in the order of the texts."""
    return np.unique(np.array(texts), return_inverse=True)[1].astype("<i4")


def write_table(files, columns, y):
    """The columns as they are, for who codes categories, and as compressed sparse rows."""
    folder = CACHE / files
    folder.mkdir(parents=True, exist_ok=True)
    parts, lines = [], []
    for name, column in columns.items():
        if column.dtype == np.float64:
            column.tofile(folder / f"{name}.f64")
            lines.append(f"numeric {name} {name}.f64")
            parts.append(scipy.sparse.csr_matrix(column[:, None]))
        else:
            column.tofile(folder / f"{name}.i32")
            lines.append(f"levels {name} {name}.i32 {column.max() + 1}")
            parts.append(indicators(column))
    (folder / "columns.txt").write_text("\n".join(lines) + "\n")
    x = scipy.sparse.hstack(parts, format="csr")
    numbers_io.write(folder, x, y)
    return x


def indicators(codes):
    """One column per level but the first."""
    ones = scipy.sparse.csr_matrix((np.ones(len(codes)), (np.arange(len(codes)), codes)))
    return ones[:, 1:]


def kdd():
    """41 columns, three of them categories; normal against the rest. Standardised twice for rivals: dense, and scaled only."""
    with gzip.open(shared("kdd99-10pct/kddcup.data_10_percent.gz"), "rt", encoding="ascii") as file:
        rows = list(zip(*csv.reader(io.StringIO(file.read()))))
    labels = np.array(rows.pop()) == "normal."
    categories = {1: "protocol", 2: "service", 3: "flag"}
    columns = {}
    for c, texts in enumerate(rows):
        columns[categories.get(c, f"c{c + 1}")] = coded(texts) if c in categories else np.array(texts, float)
    x = write_table("kdd", columns, labels)
    full = x.toarray()
    mean = full.mean(axis=0)
    full -= mean
    deviation = np.sqrt((full**2).mean(axis=0))
    deviation[deviation == 0] = 1
    mean.tofile(CACHE / "kdd" / "mean.f64")
    deviation.tofile(CACHE / "kdd" / "deviation.f64")
    full /= deviation
    numbers_io.write(CACHE / "kdd-dense", full, labels)
    numbers_io.write(CACHE / "kdd-sparse", x @ scipy.sparse.diags(1 / deviation, format="csr"), labels)


MAKERS = {
    "dense": dense,
    "fashion": fashion,
    "a9a": libsvm("a9a"),
    "w8a": libsvm("w8a"),
    "imdb": imdb,
    "flights": flights,
    "kdd": kdd,
    "kdd-dense": kdd,
    "kdd-sparse": kdd,
    "path-dense": path_dense,
    "path-wide": path_wide,
    "path-long": path_long,
    "path-quarter": path_long,
}
