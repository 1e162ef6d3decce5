#!/usr/bin/python3
"""Times matplotlib drawing charts of N made-up customers as SVG: matplotlib-peer.py N; a line per chart with milliseconds (median of three)."""
import io, statistics, sys, time
try:
    import matplotlib
    matplotlib.use("svg")
    import matplotlib.pyplot as plt
    import numpy as np
except ImportError:
    sys.exit("matplotlib is missing: apt-get install python3-matplotlib")

n = int(sys.argv[1])
random = np.random.default_rng(1)
groups = np.arange(n) % 5
values = np.stack([50 + 12 * (groups - 2) + 10 * random.standard_normal(n) for _ in range(3)])
parts = [[values[c][groups == s] for c in range(3)] for s in range(5)]
fits = [np.sort(np.clip(p[0] / 100, -1, 1))[::-1] for p in parts]


def scatter(axes=None):
    axes = axes or plt.figure(figsize=(5.6, 4)).gca()
    for p in parts:
        axes.scatter(p[0], p[1], s=8)


def space():
    axes = plt.figure(figsize=(5.6, 4)).add_subplot(projection="3d")
    for p in parts:
        axes.scatter(*p, s=8)


def pairs():
    grid = plt.subplots(3, 3, figsize=(5.6, 4))[1]
    for row in range(3):
        for column in range(3):
            if row == column:
                grid[row][column].hist(values[row], 20)
            else:
                for p in parts:
                    grid[row][column].scatter(p[column], p[row], s=4)


def histogram():
    axes = plt.figure(figsize=(5.6, 4)).gca()
    axes.hist(values[0], 20, density=True)
    axes.hist(parts[0][0], 20, density=True)


def heatmap():
    axes = plt.figure(figsize=(5.6, 4)).gca()
    axes.imshow(np.arange(15).reshape(5, 3))
    for row in range(5):
        for column in range(3):
            axes.text(column, row, f"{row + column}")


def silhouettes():
    axes, y = plt.figure(figsize=(5.6, 4)).gca(), 0
    for fit in fits:
        axes.fill_betweenx(np.arange(y, y + len(fit)), 0, fit)
        y += len(fit)


charts = {
    "scatter": scatter, "scatter, 3-D": space, "pair plot": pairs, "histogram": histogram,
    "box plots": lambda: plt.figure(figsize=(5.6, 4)).gca().boxplot([p[0] for p in parts]),
    "violins": lambda: plt.figure(figsize=(5.6, 4)).gca().violinplot([p[0] for p in parts]),
    "silhouettes": silhouettes, "heatmap": heatmap,
    "sizes": lambda: plt.figure(figsize=(5.6, 4)).gca().barh(range(5), [n / 5] * 5),
    "elbow": lambda: plt.figure(figsize=(5.6, 4)).gca().plot(range(1, 11), [980, 610, 340, 180, 150, 133, 121, 115, 110, 106], "o-"),
}
for name, draw in charts.items():
    times = []
    for _ in range(3):
        start = time.perf_counter()
        draw()
        plt.savefig(io.BytesIO(), format="svg")
        plt.close("all")
        times.append((time.perf_counter() - start) * 1000)
    print(f"{name}\t{statistics.median(times)}")
