"""Errors planted one at a time into mended reports: what the checker says.

tests/data/corpus/README.md tells what the files hold.
"""
import collections
import json
import pathlib
import subprocess

import amounts
import error_score

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "data" / "corpus"
COLUMNS = ("planted", "found", "missed", "undecided", "false alarms")


def rows(path):
    text = path.read_text("utf-8") if path.exists() else ""
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def editions():
    """Edition of each report of the corpus, by its folder's name."""
    reports = json.loads((ROOT / "tests/score/corpus.json").read_text("utf-8"))
    return {name: bounds["edition"] for name, bounds in reports.items()}


def request(name, edits, **more):
    """What check_edits is asked of a report of the corpus."""
    return {"report": f"tests/data/corpus/{name}/report.txt",
            "edition": editions()[name], "edits": edits, **more}


def repairs(name):
    """The edits that leave nothing wrong in a report."""
    return [edit for row in rows(CORPUS / name / "repairs.jsonl")
            for edit in row["edits"]]


def mended_lines(name):
    """The lines of a report with all of its errors mended."""
    lines = (CORPUS / name / "report.txt").read_text("utf-8").split("\n")
    for edit in repairs(name):
        at = edit["line"] - 1
        lines[at] = lines[at].replace(edit["from"], edit["to"])
    return lines


def ask(program_folder, requests):
    """Answers of check_edits to `requests`, and its times; raises where it
    fails."""
    lines = "".join(json.dumps(each) + "\n" for each in requests)
    done = subprocess.run([pathlib.Path(program_folder).resolve() /
                           "check_edits"], input=lines.encode(), cwd=ROOT,
                          check=True, stdout=subprocess.PIPE)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return answers[:-1], answers[-1]


def alarms_of(answer):
    return [check for check in answer["checks"]
            if check["verdict"] in error_score.ALARMS]


def wrong_figure(key):
    """The planted figure as the document has it."""
    return amounts.amounts(key["reported"].split("/")[0])


def touches(alarm, lines):
    return any(abs(a - b) <= 1 for a in alarm["lines"] for b in lines)


def holds(check, key):
    """Whether the planted figure, in its place, is one of the relation's."""
    lines = {edit["line"] for edit in key["edits"]}
    return touches(check, lines) and bool(
        error_score.figures_of(check) & wrong_figure(key))


def finds(alarm, key):
    """Whether an alarm shows the planted figure in a relation that it breaks.

    Nothing else is wrong in the report, so whatever relation of it does not
    hold is proof, the key's or another.
    """
    return holds(alarm, key) and error_score.grade_fits(alarm, key)


def outcome(key, answer, usual):
    """What became of one planted error, and its false alarms.

    An alarm without any of the planted lines is false unless it is one of the
    `usual` ones, which the mended report has and which are counted there.
    """
    alarms = [a for a in alarms_of(answer) if a["message"] not in usual]
    planted = {edit["line"] for edit in key["edits"]}
    false = [alarm for alarm in alarms if not touches(alarm, planted)]
    if any(finds(alarm, key) for alarm in alarms):
        return "found", false
    undecided = any(check["verdict"] == "undecided" and holds(check, key)
                    for check in answer["checks"])
    return ("undecided" if undecided else "missed"), false


class Table:
    """Outcomes by class of error."""

    def __init__(self):
        self.counts = collections.defaultdict(collections.Counter)
        self.misses = []

    def add(self, name, key, result, false):
        counts = self.counts[key["class"]]
        counts["planted"] += 1
        counts[result] += 1
        counts["false alarms"] += len(false)
        if result != "found":
            self.misses.append(f"{name}: {result}: {key['id']} "
                               f"{key['class']}: {key['statement']}; "
                               f"{key['computed']}")
        self.misses += [f"{name}: {key['id']}: false alarm: "
                        f"{alarm['message']}" for alarm in false]

    def total(self):
        return sum(self.counts.values(), collections.Counter())

    def lines(self):
        """Name and one number a column, a line for each class."""
        return [(name, *(counts[column] for column in COLUMNS))
                for name, counts in [*sorted(self.counts.items()),
                                     ("all", self.total())]]

    def shares_found(self):
        """Per cent found, by class and for "all"."""
        return {line[0]: 100 * line[2] / line[1] for line in self.lines()}


def standing_errors(program_folder, table):
    """Adds the errors that stand in the reports as they are."""
    names = [name for name in editions()
             if rows(CORPUS / name / "errors.jsonl")]
    answers, _ = ask(program_folder, [request(name, []) for name in names])
    for name, answer in zip(names, answers):
        keys = rows(CORPUS / name / "errors.jsonl")
        found = error_score.found_errors(keys, alarms_of(answer))
        for key in keys:
            table.add(name, key, "found" if key in found else "missed", [])


def planted_errors(program_folder, table, usual, only=()):
    """Adds the errors of plants.jsonl, each planted by itself, or those with
    ids in `only`. Returns what reading and checking took."""
    keys = [(name, key) for name in editions()
            for key in rows(CORPUS / name / "plants.jsonl")
            if not only or key["id"] in only]
    answers, times = ask(program_folder, [
        request(name, repairs(name) + key["edits"]) for name, key in keys])
    for (name, key), answer in zip(keys, answers):
        table.add(name, key, *outcome(key, answer, usual))
    return times


def alarms_on_mended(program_folder):
    """Messages of all alarms on the mended reports: each of them is false."""
    names = list(editions())
    answers, _ = ask(program_folder,
                     [request(name, repairs(name)) for name in names])
    return [alarm["message"] for answer in answers
            for alarm in alarms_of(answer)]
