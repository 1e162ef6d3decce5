#!/usr/bin/python3
"""Golden figures of quality and maps for the tests: make_quality.py FOLDER > quality.json

FOLDER holds the bench/*.csv files. Values are rounded to float32 first, because that is what the engine works on."""
import json, os, sys
try:
    import scipy, sklearn
except ImportError:
    sys.exit("scikit-learn is missing: apt-get install python3-sklearn")
import numpy as np
from scipy.spatial.distance import cdist
from scipy.stats import beta, chi2
from scipy.stats.contingency import association, crosstab
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.manifold._t_sne import _joint_probabilities_nn
from sklearn.metrics import adjusted_mutual_info_score
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, OneHotEncoder, RobustScaler, StandardScaler

random = np.random.default_rng(1)


def read(name):
    table = np.genfromtxt(os.path.join(sys.argv[1], name + ".csv"), delimiter=",", skip_header=1)
    return table[:, :-1].astype(np.float32).astype(np.float64)


def information():
    for rows, a, b in [(1, 1, 1), (7, 2, 3), (40, 3, 5), (300, 1, 4), (300, 8, 8), (900, 30, 400)]:
        x, y = random.integers(0, a, rows), random.integers(0, b, rows)
        y[: rows // 3] = x[: rows // 3]
        yield {"a": x.tolist(), "b": y.tolist(), "score": adjusted_mutual_info_score(x, y)}


def hopkins(data, draws=500):
    rows, columns = data.shape
    probes = (rows + 9) // 10
    low, high = data.min(0), data.max(0)
    between = cdist(data, data)
    np.fill_diagonal(between, np.inf)
    nearest = between.min(1) ** columns
    found = []
    for _ in range(draws):
        u = (cdist(random.uniform(low, high, (probes, columns)), data).min(1) ** columns).sum()
        w = nearest[random.choice(rows, probes, replace=False)].sum()
        found.append(u / (u + w))
    return {"probes": probes, "mean": np.mean(found), "deviation": np.std(found)}


def gap(data, references=200, last=6):
    def logs(table, starts):
        return [np.log(KMeans(k, n_init=starts, random_state=0).fit(table).inertia_) for k in range(1, last + 1)]
    axes = PCA().fit(data)
    box = axes.transform(data)
    drawn = np.array([logs(axes.inverse_transform(random.uniform(box.min(0), box.max(0), data.shape)), 10) for _ in range(references)])
    return {"references": references, "logs": logs(data, 100), "means": drawn.mean(0).tolist(), "deviations": drawn.std(0).tolist()}


def bootstrap(data, k, repeats=400):
    """Clusters largest first, as the engine numbers them."""
    labels = KMeans(k, n_init=50, random_state=0).fit(data).labels_
    clusters = np.argsort(-np.bincount(labels), kind="stable")
    found = []
    for _ in range(repeats):
        drawn = random.integers(0, len(data), len(data))
        rows, first = np.unique(drawn, return_index=True)
        other = KMeans(k, n_init=20, random_state=0).fit(data[drawn]).labels_[first]
        pairs = [[(labels[rows] == c, other == d) for d in range(k)] for c in clusters]
        found.append([max((c & d).sum() / (c | d).sum() for c, d in row) for row in pairs])
    return {"k": k, "repeats": repeats, "means": np.mean(found, 0).tolist(), "deviations": np.std(found, 0).tolist()}


def scaling():
    column = np.array([3.5, -0.5, 0, 8, 1e6, 0.25, 7, 7])
    scalers = {"Standard": StandardScaler(), "MinMax": MinMaxScaler(), "Robust": RobustScaler()}
    logs = FunctionTransformer(np.log1p).fit_transform(column[:, None])
    words = ["b", "a", "c", "a", "b", "a"]
    return {"column": column.tolist(), "scaled": {name: scaler.fit_transform(column[:, None])[:, 0].tolist() for name, scaler in scalers.items()},
            "logScaled": {name: scaler.fit_transform(logs)[:, 0].tolist() for name, scaler in scalers.items()},
            "words": words, "oneHot": OneHotEncoder().fit_transform(np.array(words)[:, None]).toarray().T.tolist()}


def associations():
    for rows, segments, words in [(50, 2, 2), (400, 5, 3), (400, 2, 7)]:
        x, y = random.integers(0, segments, rows), random.integers(0, words, rows)
        y[: rows // 2] = x[: rows // 2] % words
        yield {"segments": x.tolist(), "words": y.tolist(), "cramersV": association(crosstab(x, y)[1], method="cramer")}


def kept(data, positions, neighbours=10):
    """The share of nearest neighbours that are so on the map too."""
    before, after = (NearestNeighbors(n_neighbors=neighbours).fit(table).kneighbors(return_distance=False) for table in (data, positions))
    return np.mean([len(set(a) & set(b)) / neighbours for a, b in zip(before, after)])


def map_of(name):
    data = read(name)
    perplexity = min(30, (len(data) - 1) / 3)
    positions = TSNE(2, perplexity=perplexity, init="pca", learning_rate="auto", random_state=0).fit_transform(data.astype(np.float32)).astype(np.float64)
    distances = NearestNeighbors(n_neighbors=min(len(data) - 1, int(3 * perplexity + 1))).fit(data).kneighbors_graph(mode="distance")
    distances.data **= 2
    p = _joint_probabilities_nn(distances, perplexity, 0).tocoo()
    weights = 1 / (1 + cdist(positions, positions, "sqeuclidean"))
    q = weights[p.row, p.col] / (weights.sum() - len(data))
    return {"name": name, "divergence": float(np.sum(np.where(p.data > 0, p.data * np.log(p.data / q), 0))), "kept": kept(data, positions)}


golden = {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "information": list(information()),
          "beta": [{"h": h, "m": m, "tail": beta.sf(h, m, m)} for h in (0.01, 0.3, 0.5, 0.7, 0.95) for m in (1, 7, 50, 500)],
          "chiSquared": [{"x": x, "freedom": f, "tail": chi2.sf(x, f)} for x in (0.001, 0.7, 5, 20, 300) for f in (1, 2, 9, 50)],
          "scaling": scaling(), "association": list(associations()), "maps": [map_of(name) for name in ["other_iris", "fcps_hepta", "fcps_lsun", "sipu_aggregation", "other_hdbscan", "sipu_s1"]], "sets": []}
for name in ["fcps_hepta", "fcps_lsun", "other_iris"]:
    data = read(name)
    golden["sets"].append({"name": name, "hopkins": hopkins(data), "gap": gap(data),
                           "bootstrap": bootstrap(data, 7 if name == "fcps_hepta" else 4)})
json.dump(golden, sys.stdout, separators=(",", ":"))
print()
