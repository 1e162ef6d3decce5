"""The gap statistic of the mall customers (annual income and spending score, standardised), in plain Python and apart from
this program: python3 independent_gap.py Mall_Customers.csv. Its figures stand in MallSelectionTests.

Two standardised columns have the principal axes (1, 1) and (1, -1), so the box of the reference tables is found without a
decomposition. W is the sum of squared distances to the centres; sd divides by the number of tables."""

import csv
import math
import random
import sys

TABLES, STARTS, DATA_STARTS, LAST = 100, 5, 40, 6


def standardised(column):
    mean = sum(column) / len(column)
    deviation = math.sqrt(sum((x - mean) ** 2 for x in column) / len(column))
    return [(x - mean) / deviation for x in column]


def squared(p, q):
    return (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2


def seeded(points, k, rng):
    centres = [rng.choice(points)]
    while len(centres) < k:
        weights = [min(squared(p, c) for c in centres) for p in points]
        centres.append(rng.choices(points, weights)[0])
    return centres


def spread(points, k, starts, rng):
    best = math.inf
    for _ in range(starts if k > 1 else 1):
        centres, last = seeded(points, k, rng), None
        while True:
            labels = [min(range(k), key=lambda c: squared(p, centres[c])) for p in points]
            if labels == last:
                break
            last = labels
            for c in range(k):
                members = [p for p, label in zip(points, labels) if label == c]
                if members:
                    centres[c] = (sum(p[0] for p in members) / len(members), sum(p[1] for p in members) / len(members))
        best = min(best, sum(squared(p, centres[label]) for p, label in zip(points, labels)))
    return best


def main():
    with open(sys.argv[1], newline="") as file:
        rows = list(csv.reader(file))[1:]
    points = list(zip(standardised([float(r[3]) for r in rows]), standardised([float(r[4]) for r in rows])))
    rng = random.Random(1)
    turned = [((x + y) / math.sqrt(2), (x - y) / math.sqrt(2)) for x, y in points]
    sides = [(min(column), max(column)) for column in zip(*turned)]
    tables = [[tuple(rng.uniform(*side) for side in sides) for _ in points] for _ in range(TABLES)]
    for k in range(1, LAST + 1):
        logs = [math.log(spread(table, k, STARTS, rng)) for table in tables]
        mean = sum(logs) / TABLES
        deviation = math.sqrt(sum((x - mean) ** 2 for x in logs) / TABLES)
        print(f"({k}, {mean - math.log(spread(points, k, DATA_STARTS, rng)):.4f}, {deviation:.4f}),", flush=True)


main()
