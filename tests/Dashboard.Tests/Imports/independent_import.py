"""Prints as JSON, for each file and column, what Python's csv module finds: missing and distinct cells and, of numbers, minimum, maximum and mean."""
import csv
import json
import math
import sys

MISSING = {"", "?", "-", "n/a", "na", "null", "none", "nan", "#n/a", "#value!"}


def number(cell):
    try:
        return float(cell)
    except ValueError:
        return None


def column(cells):
    known = [cell for cell in cells if cell.lower() not in MISSING]
    numbers = [number(cell) for cell in known]
    found = {"missing": len(cells) - len(known), "distinct": len(set(known))}
    if known and None not in numbers:
        found |= {"distinct": len(set(numbers)), "min": min(numbers), "max": max(numbers), "mean": math.fsum(numbers) / len(numbers)}
    return found


answers = []
for path in sys.argv[1:]:
    with open(path, "rt", encoding="utf-8-sig", newline="") as text:
        rows = [[cell.strip() for cell in row] for row in csv.reader(text) if row]
    answers.append({" ".join(name.split()): column([row[i] for row in rows[1:]]) for i, name in enumerate(rows[0])} | {"rows": len(rows) - 1})
print(json.dumps(answers))
