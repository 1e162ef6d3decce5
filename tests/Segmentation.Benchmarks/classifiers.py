#!/usr/bin/python3
"""Times a classifier of scikit-learn, or XGBoost where it is installed: classifiers.py ALGORITHM FILE ANSWERS, ANSWERS being a line
"label,held out" per row; prints milliseconds of a fit on all rows, macro F1 on the rows held out from another fit, and the peer's name."""
import sys, time
try:
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import f1_score
except ImportError:
    sys.exit("scikit-learn is missing: apt-get install python3-sklearn libopenblas0-pthread")
try:
    from xgboost import XGBClassifier
    boosting = "XGBoost", lambda: XGBClassifier(n_estimators=100, max_depth=6, tree_method="hist", n_jobs=2)
except ImportError:
    boosting = "scikit-learn", lambda: HistGradientBoostingClassifier(max_iter=100, early_stopping=False, random_state=0)

peer, make = {
    "logistic-regression": ("scikit-learn", lambda: LogisticRegression(max_iter=1000)),
    "random-forest": ("scikit-learn", lambda: RandomForestClassifier(100, n_jobs=2, random_state=0)),
    "gradient-boosting": boosting,
}[sys.argv[1]]
data = np.loadtxt(sys.argv[2], delimiter=",", dtype=np.float32)
data = (data - data.mean(axis=0)) / data.std(axis=0)
labels, held = np.loadtxt(sys.argv[3], delimiter=",", dtype=int).T
times = []
for _ in range(3):
    start = time.perf_counter()
    make().fit(data, labels)
    times.append(1000 * (time.perf_counter() - start))
predicted = make().fit(data[held == 0], labels[held == 0]).predict(data[held == 1])
print(sorted(times)[1], f"{f1_score(labels[held == 1], predicted, average='macro'):.4f}", peer)
