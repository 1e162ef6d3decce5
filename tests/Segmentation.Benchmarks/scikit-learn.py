#!/usr/bin/python3
"""Times scikit-learn on a file of numbers: scikit-learn.py ALGORITHM FILE K STARTS EPSILON MIN_POINTS [CENTRES]; prints milliseconds and a figure to compare."""
import sys, time, warnings
try:
    import numpy as np
    from sklearn.cluster import DBSCAN, KMeans
    from sklearn.decomposition import PCA
    from sklearn.manifold import TSNE
    from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score
    from sklearn.mixture import GaussianMixture
except ImportError:
    sys.exit("scikit-learn is missing: apt-get install python3-sklearn libopenblas0-pthread")

warnings.filterwarnings("ignore")
algorithm, file, k, starts, epsilon, min_points = sys.argv[1], sys.argv[2], *map(float, sys.argv[3:7])
k, starts, given = int(k), int(starts), sys.argv[7] if len(sys.argv) > 7 else ""
data = np.loadtxt(file, delimiter=",", dtype=np.float32)
labels = KMeans(k, n_init=1, random_state=0).fit(data).labels_ if algorithm == "silhouette" else None


def k_means():
    if given:
        return KMeans(k, init=np.loadtxt(given, delimiter=",", dtype=np.float32), n_init=1, max_iter=20, tol=0, algorithm="lloyd").fit(data).inertia_
    return KMeans(k, n_init=starts, random_state=0).fit(data).inertia_


def sweep():
    best = (-1, 0)
    for clusters in range(1, 11):
        found = KMeans(clusters, n_init=starts, random_state=0).fit(data)
        if clusters > 1:
            calinski_harabasz_score(data, found.labels_), davies_bouldin_score(data, found.labels_)
            best = max(best, (silhouette_score(data, found.labels_), clusters))
    return best[1]


runs = {
    "k-means": k_means,
    "cluster-sweep": sweep,
    "dbscan": lambda: int((DBSCAN(eps=epsilon, min_samples=int(min_points), n_jobs=2).fit(data).labels_ < 0).sum()),
    "gaussian-mixture": lambda: GaussianMixture(k, n_init=starts, random_state=0).fit(data).lower_bound_ * len(data),
    "principal-axes": lambda: PCA(2).fit(data).explained_variance_ratio_.sum(),
    "silhouette": lambda: silhouette_score(data, labels, n_jobs=2),
    "tsne": lambda: TSNE(n_jobs=2, random_state=0, init="pca", learning_rate="auto").fit(data).kl_divergence_,
}
times = []
for _ in range(1 if algorithm == "tsne" else 3):
    start = time.perf_counter()
    figure = runs[algorithm]()
    times.append(1000 * (time.perf_counter() - start))
print(sorted(times)[len(times) // 2], figure)
