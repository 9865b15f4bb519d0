#!/usr/bin/env python3
"""Stores submissions in bulk beside multi-row inserts of the same rows;
scripts/bench.sh builds what it needs and calls it."""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

import measure

SCHOOLS = 7000
FACTS = 100
WAYS = {"raw": "multi-row insert, C API", "store": "the store, in batches",
        "rpc": "BatchSubmitFacts, one caller"}


def run(runs):
    """Seconds by store and way, a list each."""
    output = subprocess.run(
        [measure.BIN / "store_bench", str(runs), str(SCHOOLS), str(FACTS)],
        cwd=measure.ROOT, check=True, stdout=subprocess.PIPE,
        env={**os.environ, "NIANBAO_BIN": str(measure.BIN)}).stdout
    seconds = {}
    for line in output.splitlines():
        row = json.loads(line)
        seconds.setdefault(row["store"], {}).setdefault(
            row["way"], []).append(row["seconds"])
    return seconds


def share(ways, way):
    """Median over the runs of the rate beside that of the raw inserts."""
    return 100 * statistics.median(
        raw / other for raw, other in zip(ways["raw"], ways[way]))


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh store")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--check", action="store_true",
                        help="fail where a target is missed")
    arguments = parser.parse_args()
    print(measure.load())
    seconds = run(arguments.runs)
    targets = measure.Targets()
    for store, ways in seconds.items():
        measure.print_table(
            f"{store}: {SCHOOLS:,} submissions x {FACTS} facts, "
            f"{arguments.runs} runs in turns",
            ("way", "seconds", "submissions/s", "facts/s", "of raw"),
            [(WAYS[way], f"{statistics.median(taken):.2f}",
              f"{SCHOOLS / statistics.median(taken):,.0f}",
              f"{SCHOOLS * FACTS / statistics.median(taken):,.0f}",
              f"{share(ways, way):.0f} %")
             for way, taken in ways.items()])
        targets.expect(f"{store}: per cent of raw rows/s",
                       share(ways, "store"), least=50)
    targets.print()
    print(measure.load())
    if arguments.json:
        arguments.json.write_text(json.dumps(seconds, indent=2))
    return 1 if arguments.check and targets.missed else 0


if __name__ == "__main__":
    sys.exit(main())
