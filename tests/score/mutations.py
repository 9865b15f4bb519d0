#!/usr/bin/env python3
"""Changes single figures of mended reports at random and tells what is found.

A mutation changes one printed figure that is a fact. Its outcome is

  found      a relation that reads the figure is shown as broken
  undecided  a relation with it is left undecided
  holds      all relations that read it hold as well with the new figure, as
             where another is printed too coarsely to tell
  lost       a relation that read it is no longer made
  unread     no relation that came to a verdict read it before

The same seed gives the same mutations.
"""
import argparse
import collections
import os
import pathlib
import random
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import amounts  # noqa: E402
import error_score  # noqa: E402
import plants  # noqa: E402

OUTCOMES = ("found", "undecided", "holds", "lost", "unread")
DIGITS = re.compile(r"\d[\d.]*")
DIRECTIONS = (("增加", "减少"), ("提高", "下降"), ("增长", "下降"), ("多", "少"),
              ("减少", "增加"), ("下降", "提高"))


def other_digit(text, dice):
    """One digit replaced by another, the first never by zero."""
    places = [i for i, c in enumerate(text) if c.isdigit()]
    place = dice.choice(places)
    least = 1 if place == places[0] else 0
    digits = [d for d in "0123456789"[least:] if d != text[place]]
    return text[:place] + dice.choice(digits) + text[place + 1:]


def transposed(text, dice):
    """Two neighbouring digits that differ change places."""
    pairs = [i for i in range(len(text) - 1)
             if text[i:i + 2].isdigit() and text[i] != text[i + 1] and
             not (i == 0 and text[1] == "0")]
    if not pairs:
        return None
    i = dice.choice(pairs)
    return text[:i] + text[i + 1] + text[i] + text[i + 2:]


def last_place(text, dice):
    """One more or one less in the last place."""
    digits = text.replace(".", "")
    value = str(int(digits) + dice.choice((-1, 1)))
    if value.startswith("-") or len(value) != len(digits):
        return None
    point = text.find(".")
    return value if point < 0 else value[:point] + "." + value[point:]


def tenfold(text, _):
    """The point moved to the right, or a zero added."""
    whole, _, decimals = text.partition(".")
    if not decimals:
        return text + "0"
    moved = (whole + decimals[0]).lstrip("0") or "0"
    return moved + ("." + decimals[1:] if decimals[1:] else "")


def tenth(text, _):
    """The point moved to the left, or a last zero dropped."""
    whole, _, decimals = text.partition(".")
    if not decimals and text.endswith("0") and len(text) > 1:
        return text[:-1]
    return (whole[:-1] or "0") + "." + whole[-1] + decimals


def dropped_digit(text, dice):
    """One digit left out."""
    places = [i for i, c in enumerate(text) if c.isdigit()]
    if len(places) < 2:
        return None
    place = dice.choice(places[1:])
    return (text[:place] + text[place + 1:]).rstrip(".")


KINDS = {"digit": other_digit, "transposed": transposed, "last place":
         last_place, "x 10": tenfold, "/ 10": tenth,
         "dropped digit": dropped_digit}


class Report:
    """A mended report with its facts and what reads each of them."""

    def __init__(self, name, answer):
        self.name = name
        self.lines = plants.mended_lines(name)
        self.facts = [fact for fact in answer["facts"] if self.place(fact)]
        self.readers = collections.Counter()
        for check in answer["checks"]:
            if check["verdict"] in ("consistent", *error_score.ALARMS):
                self.readers.update(set(check["facts"]))

    def place(self, fact):
        """Where the fact's digits stand on its line; None where that is not
        certain."""
        line = self.lines[fact["line"] - 1]
        found = DIGITS.search(fact["text"])
        if not found:
            return None
        spots = [spot for spot in DIGITS.finditer(line)
                 if spot.group() == found.group()]
        return spots[0].span() if len(spots) == 1 else None


def edit_of(line_number, line, begin, end, new):
    """Replaces a part of a line, as an edit of the whole line."""
    return {"line": line_number, "from": line,
            "to": line[:begin] + new + line[end:]}


def figure_mutation(report, fact, kind, dice):
    line = report.lines[fact["line"] - 1]
    begin, end = report.place(fact)
    old = line[begin:end]
    new = KINDS[kind](old, dice)
    if new is None or amounts.amount(new) == amounts.amount(old):
        return None
    return {"edit": edit_of(fact["line"], line, begin, end, new), "new": new}


def direction_mutation(report, fact):
    """Turns the word right before a change around."""
    line = report.lines[fact["line"] - 1]
    begin, end = report.place(fact)
    if not fact["dims"].get("方向"):
        return None
    for word, other in DIRECTIONS:
        if line[:begin].endswith(word):
            return {"edit": edit_of(fact["line"], line, begin - len(word),
                                    begin, other), "new": line[begin:end]}
    return None


def mutations(reports, count, seed):
    """`count` mutations, as many of each kind as come up."""
    dice = random.Random(seed)
    made = []
    while len(made) < count:
        report = dice.choice(reports)
        fact = dice.choice(report.facts)
        kind = dice.choice([*KINDS, "direction"])
        mutation = (direction_mutation(report, fact) if kind == "direction"
                    else figure_mutation(report, fact, kind, dice))
        if mutation:
            made.append({"report": report, "fact": fact, "kind": kind,
                         **mutation})
    return made


def outcome(mutation, answer):
    fact = mutation["fact"]
    figure = amounts.amounts(mutation["new"])
    own = [check for check in answer["checks"]
           if fact["line"] in check["lines"] and
           figure & error_score.figures_of(check)]
    if any(check["verdict"] in error_score.ALARMS for check in own):
        return "found"
    if not mutation["report"].readers[fact["fact"]]:
        return "unread"
    if any(check["verdict"] == "undecided" for check in own):
        return "undecided"
    reading = sum(fact["fact"] in check["facts"] for check in answer["checks"]
                  if check["verdict"] == "consistent")
    kept = reading >= mutation["report"].readers[fact["fact"]]
    return "holds" if kept else "lost"


def read_reports(program_folder):
    """The mended reports, and all alarms on them."""
    names = list(plants.editions())
    answers, _ = plants.ask(program_folder, [
        plants.request(name, plants.repairs(name), all=True)
        for name in names])
    alarms = [alarm["message"] for answer in answers
              for alarm in plants.alarms_of(answer)]
    return [Report(*pair) for pair in zip(names, answers)], alarms


def run(program_folder, count, seed):
    """Counts of outcomes by kind of mutation, and alarms on the reports as
    they are."""
    reports, alarms = read_reports(program_folder)
    made = mutations(reports, count, seed)
    answers, times = plants.ask(program_folder, [
        plants.request(m["report"].name,
                       plants.repairs(m["report"].name) + [m["edit"]],
                       line=m["fact"]["line"]) for m in made])
    table = collections.defaultdict(collections.Counter)
    for mutation, answer in zip(made, answers):
        table[mutation["kind"]][outcome(mutation, answer)] += 1
    return table, alarms, times


def print_table(table):
    print(f"{'kind':<14}{'all':>7}" +
          "".join(f"{name:>17}" for name in OUTCOMES))
    total = sum(table.values(), collections.Counter())
    for kind, counts in [*sorted(table.items()), ("all", total)]:
        of = counts.total()
        print(f"{kind:<14}{of:>7}" + "".join(
            f"{counts[name]:>9}{100 * counts[name] / of:>6.1f} %"
            for name in OUTCOMES))
    return total


def main():
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, default=0,
                        help="per cent that must be found of what is read")
    parser.add_argument("--bin", default=os.environ.get(
        "NIANBAO_BIN", plants.ROOT / "build/dev/bin"),
                        help="folder of the program check_edits "
                             "(default: NIANBAO_BIN or build/dev/bin)")
    options = parser.parse_args()
    table, alarms, times = run(options.bin, options.count, options.seed)
    total = print_table(table)
    read = total.total() - total["unread"]
    share = 100 * total["found"] / read
    print(f"seed {options.seed}; {share:.1f} % found of the {read} whose "
          f"figure a relation reads; {len(alarms)} alarms on the reports as "
          f"they are; {times['reading_seconds']:.1f} s reading, "
          f"{times['checking_seconds']:.1f} s checking")
    print("\n".join(f"false alarm: {alarm}" for alarm in alarms), end="")
    return 1 if alarms or share < options.least else 0


if __name__ == "__main__":
    sys.exit(main())
