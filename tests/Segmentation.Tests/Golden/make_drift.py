#!/usr/bin/python3
"""Golden figures of tests for drift: make_drift.py > drift.json"""
import json, sys
try:
    import scipy
except ImportError:
    sys.exit("SciPy is missing: apt-get install python3-scipy")
import numpy as np
from scipy.stats import binom, chi2_contingency, ks_2samp

random = np.random.default_rng(3)


def samples():
    for n, m, shift, digits in [(5, 7, 0, 3), (20, 20, 1, 3), (200, 200, 0, 6), (200, 150, 0.4, 6), (60, 300, 0.2, 1), (200, 200, 2, 6)]:
        a, b = random.normal(0, 1, n).round(digits), random.normal(shift, 1, m).round(digits)
        found = ks_2samp(a, b, method="exact")
        yield {"first": a.tolist(), "second": b.tolist(), "distance": found.statistic, "chance": found.pvalue}


def tables():
    for before, after in [([10, 20], [20, 10]), ([120, 60, 20], [115, 66, 19]), ([5, 5, 5, 5], [9, 1, 3, 7]), ([100, 0, 3], [80, 4, 9])]:
        found = chi2_contingency([before, after], correction=False)
        yield {"before": before, "after": after, "statistic": found[0], "chance": found[1]}


def binomials():
    for hits, tries, share in [(0, 10, 0.1), (3, 10, 0.1), (8, 200, 0.03), (30, 200, 0.03), (1100, 100000, 0.01), (200, 200, 0.9)]:
        yield {"hits": hits, "tries": tries, "share": share, "chance": binom.sf(hits - 1, tries, share)}


json.dump({"versions": f"SciPy {scipy.__version__}, NumPy {np.__version__}", "samples": list(samples()), "tables": list(tables()), "binomials": list(binomials())}, sys.stdout)
