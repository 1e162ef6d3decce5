#!/usr/bin/python3
"""Places customers by a model file: place_by_model.py MODEL.json CUSTOMERS.csv > segments.csv

Needs nothing but Python. It prints one line per customer: the number of the segment and its name, or nothing
where a customer has no segment. See model-file.md."""
import csv, hashlib, json, math, re, struct, sys

MOST_WORDS = 20


def load(path):
    with open(path, "rb") as file:
        text = file.read().strip()
    start = text.index(b'"content":') + len(b'"content":')
    model = json.loads(text)
    if model["format"] != "customer segments" or model["formatVersion"] != 1:
        sys.exit("This is not a model file of version 1.")
    if hashlib.sha256(text[start:-1]).hexdigest() != model["sha256"]:
        sys.exit("The model file was changed: its checksum does not fit.")
    return model["content"]


def root(x): return math.sqrt(x) if x >= 0 else math.nan


def log(x): return math.log(x) if x > 0 else math.nan


FUNCTIONS = {"log": log, "sqrt": root, "abs": abs, "min": min, "max": max, "__builtins__": {}}


def worked_out(formula, customer):
    """A formula is checked by who wrote the file: names of columns in [ ], numbers, + - * / ( ) and five functions."""
    values = []

    def value(name):
        values.append(customer[name.group(1).replace("]]", "]").strip()])
        return f"v[{len(values) - 1}]"

    text = re.sub(r"\[((?:[^\]]|\]\])*)\](?!\])", value, formula)
    for sign, plain in zip("−×÷·;", "-*/*,"):
        text = text.replace(sign, plain)
    if any(math.isnan(x) for x in values):
        return math.nan
    try:
        return eval(re.sub("[a-zA-Z]+(?=\\s*\\()", lambda name: name.group().lower(), text), FUNCTIONS, {"v": values})
    except (ZeroDivisionError, OverflowError):
        return math.nan


def log1p(x):
    total = 1 + x
    return math.nan if not total > 0 else x if total == 1 else math.log(total) * (x / (total - 1))


def single(x): return struct.unpack("f", struct.pack("f", x))[0]


def point(model, customer):
    """Its coordinates, None when a value is missing."""
    coordinates = []
    for feature in model["features"]:
        if "words" in feature:
            word = customer[feature["column"]]
            if word == "" or word not in feature["words"] and len(feature["words"]) < MOST_WORDS:
                return None
            numbers = [1.0 if word == known else 0.0 for known in feature["words"]]
        else:
            number = worked_out(feature["formula"], customer) if "formula" in feature else customer[feature["column"]]
            numbers = [log1p(number) if feature["log"] else number]
        coordinates += [(x - feature["offset"]) / feature["factor"] for x in numbers]
    return [single(x) for x in coordinates] if all(map(math.isfinite, coordinates)) else None


def square(a, b): return sum((x - y) * (x - y) for x, y in zip(a, b))


def log_density(component, z):
    """W is the lower triangle of the inverse of the covariance's Cholesky factor, row by row."""
    w, total = iter(component["inverseTriangle"]), 0.0
    for row in range(len(z)):
        total += sum((z[j] - component["mean"][j]) * next(w) for j in range(row + 1)) ** 2
    return component["logConstant"] - 0.5 * total


def place(model, customer):
    """The number of the segment or None; of equals the first."""
    z, how = point(model, customer), model["place"]
    if z is None:
        return None
    if how["kind"] == "nearest-centre":
        distances = [square(z, centre) for centre in how["centres"]]
        return distances.index(min(distances))
    if how["kind"] == "mixture":
        densities = [log_density(component, z) for component in how["components"]]
        return densities.index(max(densities))
    near = min(how["points"], key=lambda known: square(z, known["at"]), default=None)
    is_within = near is not None and math.sqrt(square(z, near["at"])) <= how.get("reach", math.inf)
    return near["segment"] if is_within and near["segment"] >= 0 else None


def main():
    model = load(sys.argv[1])
    names = {segment["index"]: segment["name"] for segment in model["segments"]}
    numbers = {column["name"] for column in model["columns"] if column["type"] == "number"}
    out = csv.writer(sys.stdout)
    with open(sys.argv[2], newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            customer = {name: (float(text) if text else math.nan) if name in numbers else text.strip() for name, text in row.items()}
            segment = place(model, customer)
            out.writerow(["", ""] if segment is None else [segment, names[segment]])


if __name__ == "__main__":
    main()
