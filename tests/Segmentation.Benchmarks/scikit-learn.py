#!/usr/bin/python3
"""Times scikit-learn on a file of numbers: scikit-learn.py ALGORITHM FILE K STARTS EPSILON MIN_POINTS; prints milliseconds and a figure to compare."""
import sys, time
try:
    import numpy as np
    from sklearn.cluster import DBSCAN, KMeans
    from sklearn.metrics import silhouette_score
    from sklearn.mixture import GaussianMixture
except ImportError:
    sys.exit("scikit-learn is missing: apt-get install python3-sklearn libopenblas0-pthread")

algorithm, file, k, starts, epsilon, min_points = sys.argv[1], sys.argv[2], *map(float, sys.argv[3:7])
data = np.loadtxt(file, delimiter=",", dtype=np.float32)
labels = KMeans(int(k), n_init=1, random_state=0).fit(data).labels_ if algorithm == "silhouette" else None
runs = {
    "k-means": lambda: KMeans(int(k), n_init=int(starts), random_state=0).fit(data).inertia_,
    "dbscan": lambda: int((DBSCAN(eps=epsilon, min_samples=int(min_points), n_jobs=2).fit(data).labels_ < 0).sum()),
    "gaussian-mixture": lambda: GaussianMixture(int(k), n_init=int(starts), random_state=0).fit(data).lower_bound_ * len(data),
    "silhouette": lambda: silhouette_score(data, labels, n_jobs=2),
}
times = []
for _ in range(3):
    start = time.perf_counter()
    figure = runs[algorithm]()
    times.append(1000 * (time.perf_counter() - start))
print(sorted(times)[1], figure)
