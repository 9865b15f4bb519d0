"""How well the errors that `nianbao check` prints agree with a key.

An alarm is a printed relation that does not hold. It tells of a key's error
where it stands on one of the error's lines, judges the figure that the key
calls wrong, and has another of the error's figures beside it.
"""
from amounts import amounts

ALARMS = ("contradicted", "rounded_differently")


def figures_of(alarm):
    """All figures of a printed relation."""
    found = amounts(alarm.get("reported")) | amounts(alarm.get("computed"))
    for value in alarm.get("values") or []:
        found |= amounts(value)
    return found


def tells(alarm, key):
    """Whether a printed alarm is about the key's error."""
    near = any(abs(a - b) <= 1
               for a in alarm.get("lines") or [] for b in key["lines"])
    wrong = amounts(key["reported"])
    around = wrong | amounts(key["computed"]) | amounts(key["statement"])
    mine = figures_of(alarm)
    judged = wrong & amounts(alarm.get("reported"))
    return near and bool(judged) and len(mine & around) > 1


def grade_fits(alarm, key):
    """A contradiction is not found by calling it a matter of rounding."""
    return (key["verdict"] != "inconsistent" or
            alarm["verdict"] == "contradicted")


def found_errors(keys, alarms):
    """Errors that have an alarm of their own: as many as can be."""
    owners = {}

    def place(i, tried):
        for j, alarm in enumerate(alarms):
            if j in tried or not (tells(alarm, keys[i]) and
                                  grade_fits(alarm, keys[i])):
                continue
            tried.add(j)
            if j not in owners or place(owners[j], tried):
                owners[j] = i
                return True
        return False

    return [key for i, key in enumerate(keys) if place(i, set())]


def score(keys, relations):
    """The score, a dictionary, and all misses as sentences."""
    errors = [key for key in keys if key["verdict"] != "consistent"]
    alarms = [r for r in relations if r.get("verdict") in ALARMS]
    found = found_errors(errors, alarms)
    false = [a for a in alarms if not any(tells(a, e) for e in errors)]
    misses = [f"{key['lines'][0]}: not found: {key['id']} {key['statement']}"
              for key in errors if key not in found]
    misses += [f"{alarm['lines'][0] if alarm.get('lines') else '-'}: "
               f"false alarm: {alarm.get('message')}" for alarm in false]
    share = round(100 * len(found) / len(errors), 2) if errors else 100.0
    return {"errors_found": share, "false_alarms": len(false)}, misses
