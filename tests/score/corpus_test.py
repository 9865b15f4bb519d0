#!/usr/bin/env python3
"""Reads and checks the invented reports and holds the scores to corpus.json.

Prints a table of scores. What corpus.json asks is what is reached: raise it
with each improvement. The aim is 97 for every score of facts, 100 for
errors_found, none for false_alarms. A report without facts.jsonl is checked
only.
"""
import argparse
import json
import math
import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import error_score  # noqa: E402
import fact_score  # noqa: E402

CORPUS = HERE.parent / "data" / "corpus"
# nianbao's exit codes that come with output: nothing found, errors found.
DONE = (0, 1)
# A command, the key of what it prints, and who scores it.
SCORED = (("read", "facts.jsonl", fact_score.score),
          ("check", "errors.jsonl", error_score.score))
COLUMNS = ("recall", "precision", "unit", "label", "period", "errors_found",
           "false_alarms")


def rows(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def printed(folder, command, report, edition):
    """What nianbao prints of `report`, or ends the test."""
    program = pathlib.Path(folder, "nianbao")
    call = [str(program), command, str(report), "--edition", edition,
            "--format", "jsonl"]
    done = subprocess.run(call, capture_output=True, check=False)
    if done.returncode not in DONE:
        sys.exit(f"{' '.join(call)}: exit code {done.returncode}\n"
                 f"{done.stderr.decode(errors='replace')}")
    return rows(done.stdout.decode())


def score_of(program_folder, name, edition):
    """All scores of one report, and what it missed."""
    folder, scores, misses = CORPUS / name, {}, []
    for command, key, scorer in SCORED:
        if not (folder / key).exists():
            continue
        keys = rows((folder / key).read_text("utf-8"))
        part, missed = scorer(
            keys, printed(program_folder, command, folder / "report.txt",
                          edition))
        scores |= part
        misses += missed
    return scores, misses


def behind(scores, bounds):
    """What of `scores` stays behind its bound, as sentences."""
    for column in [column for column in COLUMNS if column in scores]:
        least = bounds.get("least", {}).get(column)
        most = bounds.get("most", {}).get(column)
        if least is None and most is None:
            yield f"corpus.json has no bound for {column}"
        elif least is not None and scores[column] < least:
            yield f"{column} {scores[column]} is below {least}"
        elif most is not None and scores[column] > most:
            yield f"{column} {scores[column]} is above {most}"


def raise_bounds(scores, bounds):
    """Moves the bounds of one report to its scores where those are better."""
    least = bounds.setdefault("least", {})
    for column in [c for c in COLUMNS[:-1] if c in scores]:
        least[column] = max(least.get(column, 0), math.floor(scores[column]))
    most = bounds.setdefault("most", {})
    column = COLUMNS[-1]
    most[column] = min(most.get(column, scores[column]), scores[column])


def save(reports):
    lines = [f"  {json.dumps(name)}: {json.dumps(bounds)}"
             for name, bounds in reports.items()]
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (HERE / "corpus.json").write_text(text, "utf-8")


def check_folders(names):
    """A report without bounds, or bounds without a report, ends the test."""
    there = {path.parent.name for path in CORPUS.glob("*/report.txt")}
    if there != set(names):
        sys.exit(f"tests/data/corpus and corpus.json differ in "
                 f"{sorted(there ^ set(names))}: list each report in both")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbose", action="store_true",
                        help="print each miss")
    parser.add_argument("--raise", action="store_true", dest="raise_bounds",
                        help="move the bounds up to what is reached")
    parser.add_argument("--bin", default=os.environ.get(
        "NIANBAO_BIN", CORPUS.parents[2] / "build/dev/bin"),
                        help="folder of the program nianbao "
                             "(default: NIANBAO_BIN or build/dev/bin)")
    parser.add_argument("names", nargs="*", metavar="NAME",
                        help="folders of tests/data/corpus (default: all)")
    return parser.parse_args()


def main():
    options = arguments()
    reports = json.loads((HERE / "corpus.json").read_text("utf-8"))
    check_folders(reports)
    problems = []
    print(" " * 16 + "".join(f"{column:>14}" for column in COLUMNS))
    for name in options.names or reports:
        scores, misses = score_of(options.bin, name,
                                  reports[name]["edition"])
        print(f"{name:<16}" +
              "".join(f"{scores.get(column, '-'):>14}"
                      for column in COLUMNS))
        if options.verbose:
            print("".join(f"  {miss}\n" for miss in misses), end="")
        if options.raise_bounds:
            raise_bounds(scores, reports[name])
        problems += [f"{name}: {problem}"
                     for problem in behind(scores, reports[name])]
    if options.raise_bounds:
        save(reports)
    print("\n".join(problems) or "all scores reach their bounds")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
