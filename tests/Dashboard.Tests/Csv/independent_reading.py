"""Prints for each file its header and rows as Python's csv module reads them: rows, fields, SHA-256 of all cells without outer blanks."""
import csv
import gzip
import hashlib
import sys

csv.field_size_limit(1 << 30)
for path in sys.argv[1:]:
    opened = gzip.open if path.endswith(".gz") else open
    sha, rows, fields = hashlib.sha256(), 0, 0
    with opened(path, "rt", encoding="utf-8-sig", newline="") as text:
        for row in csv.reader(text):
            if not row:
                continue
            rows += 1
            fields += len(row)
            sha.update(("\x1f".join(cell.strip(" \t") for cell in row) + "\x1e").encode("utf-8"))
    print(rows, fields, sha.hexdigest())
