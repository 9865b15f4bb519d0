#!/usr/bin/env python3
"""Measures checking; scripts/bench.sh builds what it needs and calls it."""
import argparse
import pathlib
import sys

import measure

sys.path.insert(0, str(measure.ROOT / "tests/score"))
import plants  # noqa: E402

# Checking a report takes no longer than reading it.
MOST_TIME = 1


def parse_arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh checking")
    parser.add_argument("--check", action="store_true",
                        help="fail where a target is missed")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    table = plants.Table()
    false = plants.alarms_on_mended(measure.BIN)
    plants.standing_errors(measure.BIN, table)
    times = plants.planted_errors(measure.BIN, table, false)
    measure.print_table("Errors of the invented reports, by class",
                        ("class", *plants.COLUMNS), table.lines())
    print(f"alarms on the mended reports: {len(false)}")
    targets = measure.Targets()
    shares = table.shares_found()
    targets.expect("per cent found of all", shares.pop("all"), least=95)
    targets.expect("per cent found of the worst class", min(shares.values()),
                   least=85)
    targets.expect("false alarms, planted and mended reports",
                   table.total()["false alarms"] + len(false), most=0)
    targets.expect("checking against reading, processor time",
                   times["checking_seconds"] / times["reading_seconds"],
                   most=MOST_TIME)
    targets.print()
    return 1 if arguments.check and targets.missed else 0


if __name__ == "__main__":
    sys.exit(main())
