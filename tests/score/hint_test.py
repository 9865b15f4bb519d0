#!/usr/bin/env python3
"""Checks reports with keyed errors and holds their repair hints to hints.json.

Errors that stand in the invented reports and the sample, and those that are
planted one at a time into mended reports. Prints a row for each slip. The aim:
of all errors whose slip has a name the first hint is right for 70 %, and of all
errors whatsoever at most 5 % get a wrong one.
"""
import argparse
import json
import os
import pathlib
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import hint_score  # noqa: E402
import plants  # noqa: E402

# What keys call an error that came about by no slip with a name.
NO_SLIP = "none"


class Grades:
    """Grades of hints by slip, with what was missed."""

    def __init__(self):
        self.by_slip, self.strays, self.misses = {}, 0, []

    def add(self, name, keys, answer):
        part, strays, misses = hint_score.score(keys, answer["checks"])
        self.strays += strays
        self.misses += [f"{name}: {miss}" for miss in misses]
        for slip, some in part.items():
            self.by_slip.setdefault(slip, []).extend(some)

    def shares(self):
        """Per cent right and wrong: of named slips, and of all."""
        named = {slip: some for slip, some in self.by_slip.items()
                 if slip != NO_SLIP}
        return {"named": hint_score.shares(named, 0),
                "all": hint_score.shares(self.by_slip, self.strays)}


def standing(name):
    """The errors that stand in a report, with the right figures."""
    mended = {row["id"]: row
              for row in plants.rows(plants.CORPUS / name / "repairs.jsonl")}
    for key in plants.rows(plants.CORPUS / name / "errors.jsonl"):
        more = mended.get(key["id"], {})
        yield {**key, **{field: more[field] for field in ("should_be", "slip")
                         if field in more}}


def add_standing(program_folder, grades):
    names = [name for name in plants.editions() if list(standing(name))]
    answers, _ = plants.ask(program_folder,
                            [plants.request(name, []) for name in names])
    for name, answer in zip(names, answers):
        grades.add(name, list(standing(name)), answer)


def add_samples(program_folder, grades):
    folder = plants.ROOT / "samples"
    keys = sorted(folder.glob("*.errors.jsonl"))
    stems = [key.name.removesuffix(".errors.jsonl") for key in keys]
    answers, _ = plants.ask(program_folder, [
        {"report": f"samples/{stem}.txt", "edition": stem.rsplit("-", 1)[-1],
         "edits": []} for stem in stems])
    for key, stem, answer in zip(keys, stems, answers):
        grades.add(stem, plants.rows(key), answer)


def add_planted(program_folder, grades):
    keys = [(name, key) for name in plants.editions()
            for key in plants.rows(plants.CORPUS / name / "plants.jsonl")]
    answers, _ = plants.ask(program_folder, [
        plants.request(name, plants.repairs(name) + key["edits"])
        for name, key in keys])
    for (name, key), answer in zip(keys, answers):
        grades.add(name, [key], answer)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbose", action="store_true",
                        help="print each hint that is missing or wrong")
    parser.add_argument("--bin", default=os.environ.get(
        "NIANBAO_BIN", plants.ROOT / "build/dev/bin"),
                        help="folder of the program check_edits "
                             "(default: NIANBAO_BIN or build/dev/bin)")
    return parser.parse_args()


def problems_of(shares, bounds):
    for group, scores in shares.items():
        for score, bound in bounds.get(group, {}).items():
            if scores[score] < bound.get("least", 0):
                yield f"{group}: {score} {scores[score]} is below {bound}"
            if scores[score] > bound.get("most", 100):
                yield f"{group}: {score} {scores[score]} is above {bound}"


def main():
    options = arguments()
    grades = Grades()
    for add in (add_standing, add_samples, add_planted):
        add(options.bin, grades)
    shares = grades.shares()
    print(hint_score.table(grades.by_slip))
    for group, scores in shares.items():
        print(f"{group}: right {scores['hints_right']} %, wrong "
              f"{scores['hints_wrong']} %")
    print(f"hints without an error: {grades.strays}")
    if options.verbose:
        print("\n".join(grades.misses))
    bounds = json.loads((HERE / "hints.json").read_text("utf-8"))
    problems = list(problems_of(shares, bounds))
    print("\n".join(problems) or "all hints reach their bounds")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
