#!/usr/bin/env python3
"""Checks the invented reports and holds their repair hints to hints.json.

Every error of a key that says what its figure should be counts. Prints a row
for each slip. The aim is 70 % right first hints and at most 5 % wrong ones.
"""
import argparse
import json
import os
import pathlib
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import corpus_test  # noqa: E402
import hint_score  # noqa: E402

SAMPLES = HERE.parents[1] / "samples"


def reports():
    """Name, text, key and edition of each report with keyed errors."""
    bounds = json.loads((HERE / "corpus.json").read_text("utf-8"))
    for name, more in bounds.items():
        folder = corpus_test.CORPUS / name
        if (folder / "errors.jsonl").exists():
            yield (name, folder / "report.txt", folder / "errors.jsonl",
                   more["edition"])
    for key in sorted(SAMPLES.glob("*.errors.jsonl")):
        stem = key.name.removesuffix(".errors.jsonl")
        yield stem, SAMPLES / f"{stem}.txt", key, stem.rsplit("-", 1)[-1]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verbose", action="store_true",
                        help="print each hint that is missing or wrong")
    parser.add_argument("--bin", default=os.environ.get(
        "NIANBAO_BIN", HERE.parents[1] / "build/dev/bin"),
                        help="folder of the program nianbao "
                             "(default: NIANBAO_BIN or build/dev/bin)")
    return parser.parse_args()


def main():
    options = arguments()
    grades, strays = {}, 0
    for name, text, key, edition in reports():
        keys = corpus_test.rows(key.read_text("utf-8"))
        part, lost, misses = hint_score.score(
            keys, corpus_test.printed(options.bin, "check", text, edition))
        strays += lost
        for slip, some in part.items():
            grades.setdefault(slip, []).extend(some)
        if options.verbose:
            print("".join(f"{name}: {miss}\n" for miss in misses), end="")
    print(hint_score.table(grades))
    shares = hint_score.shares(grades, strays)
    print(f"right {shares['hints_right']} %, wrong {shares['hints_wrong']} %, "
          f"hints without an error {strays}")
    bounds = json.loads((HERE / "hints.json").read_text("utf-8"))
    behind = (shares["hints_right"] < bounds["right"]["least"] or
              shares["hints_wrong"] > bounds["wrong"]["most"])
    if behind:
        print(f"behind {json.dumps(bounds)}")
    return 1 if behind else 0


if __name__ == "__main__":
    sys.exit(main())
