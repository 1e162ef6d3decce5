#!/usr/bin/python3
"""Golden figures of scikit-learn's classifiers for the tests: make_classification.py FOLDER > classification.json

FOLDER holds the bench/*.csv files, and the folder beside it the customers of the mall. Values are rounded to float32 first, because that is what the engine learns from. The
coefficients are those of standardised features."""
import json, os, sys
try:
    import sklearn
except ImportError:
    sys.exit("scikit-learn is missing: apt-get install python3-sklearn")
import numpy as np
from sklearn.cluster import KMeans
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, log_loss, precision_recall_fscore_support
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler



def read(path):
    return np.genfromtxt(path, delimiter=",", skip_header=1)


def bench(name):
    table = read(os.path.join(sys.argv[1], name + ".csv"))
    return table[:, :-1], table[:, -1].astype(int)


def mall():
    """Income and spending of the 200 customers of the mall, and the five segments that K-Means finds among them."""
    table = read(os.path.join(sys.argv[1], "..", "mall", "Mall_Customers.csv"))[:, 3:5]
    return table, KMeans(5, n_init=20, random_state=0).fit_predict(StandardScaler().fit_transform(table))


def wine_like():
    """178 rows of 13 features in three classes of 59, 71 and 48, like the Wine data: correlated, on scales from a tenth to a thousand, overlapping."""
    random = np.random.default_rng(5)
    scales = 10.0 ** random.integers(-1, 4, 13)
    parts = [random.normal(random.normal(0, 1.1, 13), 1, (rows, 13)) @ (np.eye(13) + 0.3 * random.normal(0, 1, (13, 13)) / 3) for rows in (59, 71, 48)]
    return np.round(np.vstack(parts) * scales, 3), np.repeat([0, 1, 2], [59, 71, 48])


golden = {"scikit-learn": sklearn.__version__, "sets": []}
for name, (data, truth) in [(name, bench(name)) for name in ["fcps_hepta", "fcps_lsun", "other_iris", "sipu_aggregation", "sipu_compound"]] + [("mall", mall()), ("wine-like", wine_like())]:
    data = data.astype(np.float32).astype(np.float64)
    truth = truth - truth.min()
    scaler = StandardScaler().fit(data)
    logistic = LogisticRegression(multi_class="multinomial", solver="newton-cg", tol=1e-11, max_iter=100000).fit(scaler.transform(data), truth)
    probabilities = logistic.predict_proba(scaler.transform(data))
    predicted = probabilities.argmax(axis=1)
    precision, recall, f1, _ = precision_recall_fscore_support(truth, predicted, zero_division=0)
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    def score(model): return f1_score(truth, cross_val_predict(model, data, truth, cv=folds), average="macro")
    golden["sets"].append({
        "name": name, "columns": data.T.tolist() if name in ("mall", "wine-like") else None, "truth": truth.tolist(), "coefficients": logistic.coef_.tolist(), "intercepts": logistic.intercept_.tolist(),
        "probabilities": np.round(probabilities[:50], 9).tolist(), "predicted": predicted.tolist(),
        "precision": precision.tolist(), "recall": recall.tolist(), "f1": f1.tolist(),
        "logLoss": log_loss(truth, probabilities), "brier": float(np.mean(np.sum((probabilities - np.eye(probabilities.shape[1])[truth]) ** 2, axis=1))),
        "foldsLogistic": score(make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))),
        "foldsForest": score(RandomForestClassifier(100, random_state=0)),
        "foldsBoosting": score(HistGradientBoostingClassifier(random_state=0))})
json.dump(golden, sys.stdout, separators=(",", ":"))
print()
