#!/usr/bin/env python3
"""Plants errors into mended reports and holds what is found to its bounds."""
import argparse
import os
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import plants  # noqa: E402

# Per cent found of all and of each class: all as reached, where 95 is the aim.
# No alarm may be false.
LEAST_OF_ALL = 99
LEAST_OF_A_CLASS = 85


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true",
                        help="print each miss")
    parser.add_argument("--bin", default=os.environ.get(
        "NIANBAO_BIN", plants.ROOT / "build/dev/bin"),
                        help="folder of the program check_edits "
                             "(default: NIANBAO_BIN or build/dev/bin)")
    parser.add_argument("ids", nargs="*", metavar="ID",
                        help="plants to try (default: all errors)")
    return parser.parse_args()


def problems_of(table, false):
    for name, share in table.shares_found().items():
        least = LEAST_OF_ALL if name == "all" else LEAST_OF_A_CLASS
        if share < least:
            yield f"{name}: {share:.1f} % found, asked for {least} %"
    if table.total()["false alarms"]:
        yield "false alarms on planted reports"
    yield from (f"false alarm on a mended report: {alarm}" for alarm in false)


def main():
    options = arguments()
    table = plants.Table()
    usual = plants.alarms_on_mended(options.bin)
    if not options.ids:
        plants.standing_errors(options.bin, table)
    plants.planted_errors(options.bin, table, usual, options.ids)
    problems = list(problems_of(table, usual))
    print(f"{'class':<22}" + "".join(f"{c:>13}" for c in plants.COLUMNS))
    for name, *counts in table.lines():
        print(f"{name:<22}" + "".join(f"{count:>13}" for count in counts))
    if options.verbose or problems:
        print("\n".join(table.misses))
    print("\n".join(problems) or "all classes reach their bounds")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
