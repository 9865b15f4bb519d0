"""How well the repairs that `nianbao check` prints agree with a key.

A key's error says in `should_be` what its figure should be. A hint is shown for
it where an alarm that blames its figure has repairs; it is right where one of
them puts that figure right. A hint for an alarm that no error explains is wrong
like one with other digits.
"""
from amounts import amounts
from error_score import ALARMS, blames

NONE, RIGHT, WRONG = "none", "right", "wrong"


def corrects(repair, key):
    """Whether a repair turns the key's wrong figure into the right one."""
    return (bool(amounts(repair.get("text")) & amounts(key["reported"])) and
            bool(amounts(repair.get("should_be")) & amounts(key["should_be"])))


def near(line, key):
    return any(abs(line - other) <= 1 for other in key["lines"])


def repairs_of(alarm):
    return alarm.get("repairs") or []


def grade(key, alarms):
    """What the hints for one error are: none, right or wrong."""
    blamed = [a for a in alarms if blames(a, key)]
    shown = [r for a in blamed for r in repairs_of(a)]
    # A hint may call it by the error's figure where another one is judged.
    shown += [r for a in alarms if a not in blamed for r in repairs_of(a)
              if near(r.get("line") or 0, key) and corrects(r, key)]
    if not shown:
        return NONE
    return RIGHT if any(corrects(r, key) for r in shown) else WRONG


def stray(alarm, keys):
    """Whether an alarm shows a hint that is of no error of the key."""
    lines = set(alarm.get("lines") or [])
    return bool(repairs_of(alarm)) and not any(
        blames(alarm, key) or lines & set(key["lines"]) for key in keys)


def slip_of(key):
    """The key's slip, or the class of error where it is called like one."""
    return key.get("slip") or key["class"]


def score(keys, relations):
    """Grades by slip, misses as sentences. Keys without `should_be` are open:
    no single figure puts them right, so that any hint is wrong.
    """
    alarms = [r for r in relations if r.get("verdict") in ALARMS]
    errors = [key for key in keys if key.get("should_be")]
    grades, misses = {}, []
    for key in errors:
        result = grade(key, alarms)
        grades.setdefault(slip_of(key), []).append(result)
        if result != RIGHT:
            misses.append(f"{key['lines'][0]}: hint {result}: {key['id']} "
                          f"{key['reported']} should be {key['should_be']}: "
                          f"{hints_of(key, alarms)}")
    strays = [a for a in alarms if stray(a, keys)]
    for alarm in strays:
        misses.append(f"{(alarm.get('lines') or ['-'])[0]}: hint without "
                      f"error: {alarm.get('hints')}")
    return grades, len(strays), misses


def hints_of(key, alarms):
    return [hint for alarm in alarms if blames(alarm, key)
            for hint in alarm.get("hints") or []]


def shares(grades, strays):
    """Right and wrong hints in percent of all errors that can be put right."""
    flat = [one for some in grades.values() for one in some]
    if not flat:
        return {"hints_right": 100.0, "hints_wrong": 0.0}
    wrong = flat.count(WRONG) + strays
    return {"hints_right": round(100 * flat.count(RIGHT) / len(flat), 2),
            "hints_wrong": round(100 * wrong / len(flat), 2)}


def table(grades):
    """A row for each slip, as text."""
    rows = [f"{'slip':<24}{'errors':>8}{'right':>8}{'none':>8}{'wrong':>8}"]
    for slip, some in sorted(grades.items()):
        rows.append(f"{slip:<24}{len(some):>8}{some.count(RIGHT):>8}"
                    f"{some.count(NONE):>8}{some.count(WRONG):>8}")
    return "\n".join(rows)
