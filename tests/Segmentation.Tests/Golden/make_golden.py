#!/usr/bin/python3
"""Golden figures of scikit-learn for the tests: make_golden.py FOLDER > scikit-learn.json

FOLDER holds the bench/*.csv files; four sets are generated and stored with their figures. Values are rounded to float32 first, because that is what the engine clusters."""
import json, os, sys
try:
    import sklearn
except ImportError:
    sys.exit("scikit-learn is missing: apt-get install python3-sklearn")
import numpy as np
from sklearn.cluster import DBSCAN, KMeans
from sklearn.decomposition import PCA
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import NearestNeighbors
from sklearn.metrics import adjusted_rand_score, calinski_harabasz_score, davies_bouldin_score, silhouette_score

SETS = {"fcps_hepta": (7, 1.0), "fcps_lsun": (3, 0.3), "fcps_target": (6, 0.4), "other_hdbscan": (6, 0.025),
        "other_iris": (3, 0.5), "sipu_aggregation": (7, 1.52), "sipu_compound": (6, 1.43), "sipu_s1": (15, 30000.0)}

def mixture(data, k, shape, labels):
    """EM from the clusters of the labels, to the end, and the best of ten starts of its own."""
    columns = [data[labels == c] for c in range(k)]
    covariances = [np.cov(rows.T, bias=True).reshape(data.shape[1], -1) + 1e-6 * np.eye(data.shape[1]) for rows in columns]
    precisions = [np.linalg.inv(c) for c in covariances] if shape == "full" else [1 / np.diag(c) for c in covariances]
    settings = {"covariance_type": shape, "reg_covar": 1e-6, "random_state": 0}
    given = GaussianMixture(k, tol=1e-9, max_iter=5000, means_init=[rows.mean(0) for rows in columns],
                            weights_init=[len(rows) / len(data) for rows in columns], precisions_init=precisions, **settings).fit(data)
    best = GaussianMixture(k, n_init=10, tol=1e-6, max_iter=500, **settings).fit(data)
    return {"weights": given.weights_.tolist(), "means": given.means_.tolist(), "logLikelihood": given.score(data) * len(data),
            "bic": given.bic(data), "aic": given.aic(data), "labels": given.predict(data).tolist(),
            "bestOfTen": best.score(data) * len(data)}


def generated(columns):
    """Clouds of different widths and weights with one row in twenty anywhere, and an epsilon that nine in ten rows have four neighbours in."""
    rng = np.random.default_rng(columns)
    k = 5
    centres, widths = rng.uniform(-10, 10, (k, columns)), rng.uniform(0.6, 1.8, (k, columns))
    truth = rng.choice(k, 500, p=rng.dirichlet(np.full(k, 8)))
    table = centres[truth] + rng.standard_normal((500, columns)) * widths[truth]
    table[::20] = rng.uniform(-13, 13, (25, columns))
    table = np.round(table, 3)
    nearest = NearestNeighbors(n_neighbors=5).fit(table).kneighbors(table)[0][:, -1]
    return table, truth, k, round(float(np.quantile(nearest, 0.9)), 3)


def sets():
    for name, (k, epsilon) in SETS.items():
        table = np.genfromtxt(os.path.join(sys.argv[1], name + ".csv"), delimiter=",", skip_header=1)
        yield name, k, epsilon, table[:, :-1], table[:, -1].astype(int), None
    for columns in (2, 3, 5, 8):
        table, truth, k, epsilon = generated(columns)
        yield f"generated_{columns}", k, epsilon, table, truth, table.T.tolist()


golden = {"scikit-learn": sklearn.__version__, "sets": []}
for name, k, epsilon, table, truth, stored in sets():
    data = table.astype(np.float32).astype(np.float64)
    means = KMeans(k, n_init=100, random_state=0, tol=0, max_iter=1000).fit(data)
    density = DBSCAN(eps=epsilon, min_samples=5).fit(data)
    core = np.full(len(data), -1)
    core[density.core_sample_indices_] = density.labels_[density.core_sample_indices_]
    axes = PCA().fit(data)
    scaled = ((data - data.mean(0)) / data.std(0)).astype(np.float32).astype(np.float64)
    start = np.unique(truth, return_inverse=True)[1]
    groups = start.max() + 1
    golden["sets"].append({
        "name": name, "columns": stored, "k": k, "epsilon": epsilon, "minPoints": 5,
        "wcss": means.inertia_, "sizes": sorted(np.bincount(means.labels_).tolist(), reverse=True),
        "silhouette": silhouette_score(data, truth), "calinskiHarabasz": calinski_harabasz_score(data, truth),
        "daviesBouldin": davies_bouldin_score(data, truth), "truth": truth.tolist(),
        "adjustedRand": adjusted_rand_score(truth, means.labels_),
        "coreLabels": core.tolist(), "noise": np.flatnonzero(density.labels_ == -1).tolist(),
        "axes": axes.components_.tolist(), "variances": axes.explained_variance_.tolist(),
        "shares": axes.explained_variance_ratio_.tolist(),
        "full": mixture(scaled, groups, "full", start), "diagonal": mixture(scaled, groups, "diag", start)})
json.dump(golden, sys.stdout, separators=(",", ":"))
print()
