#!/usr/bin/python3
"""Writes sample-customers.csv: 400 made-up customers of five kinds, always the same. No person in it is real."""
import csv
import random

KINDS = [  # weight, age, income, spending, visits: mean and deviation each
    (0.32, (44, 12), (54, 8), (50, 7), (4, 1.5)),
    (0.20, (34, 6), (88, 13), (82, 8), (7, 2)),
    (0.18, (43, 10), (86, 14), (19, 9), (2, 1)),
    (0.16, (46, 12), (27, 7), (21, 10), (2, 1)),
    (0.14, (25, 4), (27, 7), (78, 9), (8, 2.5)),
]
CITIES = ["Hamburg", "Lyon", "Kraków", "Valencia", "Thessaloniki", "Malmö"]

random.seed(20260101)


def whole(mean, deviation, low, high):
    return min(high, max(low, round(random.gauss(mean, deviation))))


with open(__file__.replace("make-sample-customers.py", "sample-customers.csv"), "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file)
    out.writerow(["Customer ID", "Gender", "Age", "City", "Annual income (k€)", "Spending score (1-100)", "Visits per month", "Member since", "Newsletter"])
    for number in range(1, 401):
        _, age, income, spending, visits = random.choices(KINDS, [kind[0] for kind in KINDS])[0]
        row = [
            f"C{number:04}",
            random.choice(["Female", "Female", "Female", "Male", "Male"]),
            whole(*age, 18, 79),
            random.choice(CITIES),
            whole(*income, 12, 140),
            whole(*spending, 1, 100),
            whole(*visits, 0, 20),
            f"{random.randint(2016, 2025)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
            random.choice(["yes", "no", "yes"]),
        ]
        if number % 67 == 0:
            row[4] = ""
        out.writerow(row)
