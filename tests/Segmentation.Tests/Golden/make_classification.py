#!/usr/bin/python3
"""Golden figures of scikit-learn's classifiers for the tests: make_classification.py FOLDER > classification.json

FOLDER holds the bench/*.csv files. Values are rounded to float32 first, because that is what the engine learns from. The
coefficients are those of standardised features."""
import json, os, sys
try:
    import sklearn
except ImportError:
    sys.exit("scikit-learn is missing: apt-get install python3-sklearn")
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, log_loss, precision_recall_fscore_support
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

golden = {"scikit-learn": sklearn.__version__, "sets": []}
for name in ["fcps_hepta", "fcps_lsun", "other_iris", "sipu_aggregation", "sipu_compound"]:
    table = np.genfromtxt(os.path.join(sys.argv[1], name + ".csv"), delimiter=",", skip_header=1)
    data, truth = table[:, :-1].astype(np.float32).astype(np.float64), table[:, -1].astype(int)
    truth -= truth.min()
    scaler = StandardScaler().fit(data)
    logistic = LogisticRegression(multi_class="multinomial", solver="newton-cg", tol=1e-11, max_iter=100000).fit(scaler.transform(data), truth)
    probabilities = logistic.predict_proba(scaler.transform(data))
    predicted = probabilities.argmax(axis=1)
    precision, recall, f1, _ = precision_recall_fscore_support(truth, predicted, zero_division=0)
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    def score(model): return f1_score(truth, cross_val_predict(model, data, truth, cv=folds), average="macro")
    golden["sets"].append({
        "name": name, "truth": truth.tolist(), "coefficients": logistic.coef_.tolist(), "intercepts": logistic.intercept_.tolist(),
        "probabilities": np.round(probabilities[:50], 9).tolist(), "predicted": predicted.tolist(),
        "precision": precision.tolist(), "recall": recall.tolist(), "f1": f1.tolist(),
        "logLoss": log_loss(truth, probabilities), "brier": float(np.mean(np.sum((probabilities - np.eye(probabilities.shape[1])[truth]) ** 2, axis=1))),
        "foldsLogistic": score(make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))),
        "foldsForest": score(RandomForestClassifier(100, random_state=0)),
        "foldsBoosting": score(HistGradientBoostingClassifier(random_state=0))})
json.dump(golden, sys.stdout, separators=(",", ":"))
print()
