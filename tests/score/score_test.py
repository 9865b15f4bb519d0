#!/usr/bin/env python3
"""Reads and checks real reports and holds the score against thresholds.json.

Real reports are not part of the project. The environment names them:
  NIANBAO_REPORTS  folder of reports: NAME.txt
  NIANBAO_KEYS     folder of their answers: NAME.facts.jsonl, NAME.checks.jsonl
  NIANBAO_SCORER   program: (facts|checks) KEY OUTPUT --json prints the score
  NIANBAO_BIN      folder of the program nianbao
Ends with 77, which ctest takes for skipped, where one of the first three is
not set or no report has answers.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
# nianbao's exit codes that come with output: nothing found, errors found.
DONE = (0, 1)
COMMANDS = {"facts": "read", "checks": "check"}


def misses(kind, score, thresholds):
    """What of `score` stays behind its threshold, as sentences."""
    for name, bound in thresholds[kind].items():
        value = score.get(name)
        if value is None:
            yield f"{kind}: the score has no {name}"
        elif value < bound.get("least", value):
            yield f"{kind}: {name} {value} is below {bound['least']}"
        elif value > bound.get("most", value):
            yield f"{kind}: {name} {value} is above {bound['most']}"


def output_of(program, kind, report):
    """What nianbao prints of `report`, or ends the test."""
    command = [str(program), COMMANDS[kind], str(report), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in DONE:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n"
                 f"{done.stderr.decode(errors='replace')}")
    return done.stdout


def score_of(scorer, kind, key, output):
    """The score of `output`, a dictionary."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(output)
        file.flush()
        done = subprocess.run(
            [sys.executable, scorer, kind, str(key), file.name, "--json"],
            capture_output=True, check=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def main():
    names = ("NIANBAO_REPORTS", "NIANBAO_KEYS", "NIANBAO_SCORER")
    unset = [name for name in names if not os.environ.get(name)]
    if unset:
        print(f"skipped: {', '.join(unset)} not set")
        return SKIPPED
    reports, keys, scorer = (os.environ[name] for name in names)
    program = pathlib.Path(os.environ["NIANBAO_BIN"], "nianbao")
    here = pathlib.Path(__file__).parent
    thresholds = json.loads((here / "thresholds.json").read_text())
    problems, scored = [], 0
    for report in sorted(pathlib.Path(reports).glob("*.txt")):
        for kind in COMMANDS:
            key = pathlib.Path(keys, f"{report.stem}.{kind}.jsonl")
            if not key.exists():
                continue
            score = score_of(scorer, kind, key,
                             output_of(program, kind, report))
            print(report.stem, kind, json.dumps(score))
            problems += [f"{report.stem}: {miss}"
                         for miss in misses(kind, score, thresholds)]
            scored += 1
    if scored == 0:
        print(f"skipped: no report of {reports} has answers in {keys}")
        return SKIPPED
    print("\n".join(problems) or f"{scored} scores reach their thresholds")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
