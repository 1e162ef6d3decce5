#!/usr/bin/python3
"""Golden figures of scikit-learn for the tests: make_golden.py FOLDER > scikit-learn.json

FOLDER holds the bench/*.csv files. Values are rounded to float32 first, because that is what the engine clusters."""
import json, os, sys
try:
    import sklearn
except ImportError:
    sys.exit("scikit-learn is missing: apt-get install python3-sklearn")
import numpy as np
from sklearn.cluster import DBSCAN, KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import adjusted_rand_score, calinski_harabasz_score, davies_bouldin_score, silhouette_score

SETS = {"fcps_hepta": (7, 1.0), "fcps_lsun": (3, 0.3), "fcps_target": (6, 0.4), "other_hdbscan": (6, 0.025),
        "other_iris": (3, 0.5), "sipu_aggregation": (7, 1.52), "sipu_compound": (6, 1.43), "sipu_s1": (15, 30000.0)}

golden = {"scikit-learn": sklearn.__version__, "sets": []}
for name, (k, epsilon) in SETS.items():
    table = np.genfromtxt(os.path.join(sys.argv[1], name + ".csv"), delimiter=",", skip_header=1)
    data, truth = table[:, :-1].astype(np.float32).astype(np.float64), table[:, -1].astype(int)
    means = KMeans(k, n_init=100, random_state=0, tol=0, max_iter=1000).fit(data)
    density = DBSCAN(eps=epsilon, min_samples=5).fit(data)
    core = np.full(len(data), -1)
    core[density.core_sample_indices_] = density.labels_[density.core_sample_indices_]
    axes = PCA().fit(data)
    golden["sets"].append({
        "name": name, "k": k, "epsilon": epsilon, "minPoints": 5,
        "wcss": means.inertia_, "sizes": sorted(np.bincount(means.labels_).tolist(), reverse=True),
        "silhouette": silhouette_score(data, truth), "calinskiHarabasz": calinski_harabasz_score(data, truth),
        "daviesBouldin": davies_bouldin_score(data, truth), "truth": truth.tolist(),
        "adjustedRand": adjusted_rand_score(truth, means.labels_),
        "coreLabels": core.tolist(), "noise": np.flatnonzero(density.labels_ == -1).tolist(),
        "axes": axes.components_.tolist(), "variances": axes.explained_variance_.tolist(),
        "shares": axes.explained_variance_ratio_.tolist()})
json.dump(golden, sys.stdout, separators=(",", ":"))
print()
