#!/usr/bin/env python3
"""Measures the import of organisations into both stores; scripts/bench.sh
builds what it needs and calls it."""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys

import measure

ORGANISATIONS = 12_000
WORK = (("raw", "multi-row inserts, C interface"),
        ("store", "the store's import"),
        ("whole", "a file read, checked and stored"),
        ("again", "the same file again, nothing stored"))


def parse_arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh organisations")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    result = json.loads(subprocess.run(
        [measure.BIN / "organisations_bench", str(ORGANISATIONS),
         str(arguments.runs)], cwd=measure.ROOT, check=True,
        stdout=subprocess.PIPE).stdout)
    print(f"{result['organisations']} organisations, a file of "
          f"{result['bytes'] / 1e6:.1f} MB, medians of {arguments.runs} runs "
          f"in turns; {measure.load()}")
    targets = measure.Targets()
    for store, title in (("sqlite", "SQLite"), ("postgres", "PostgreSQL")):
        medians = {work: statistics.median(result[store][work])
                   for work, _ in WORK}
        measure.print_table(title, ("", "ms", "rows/s", "% of raw"), [
            (words, f"{medians[work] * 1e3:.0f}",
             f"{result['organisations'] / medians[work]:.0f}",
             f"{medians['raw'] / medians[work] * 100:.0f}")
            for work, words in WORK])
        targets.expect(f"{title}: rows/s of the store's import in % of raw",
                       medians["raw"] / medians["store"] * 100, least=50)
        result[store]["medians"] = medians
    targets.print()
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=1) + "\n")
    return 1 if arguments.check and targets.missed else 0


if __name__ == "__main__":
    sys.exit(main())
