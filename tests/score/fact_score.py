"""How well the facts that `nianbao read` prints agree with a key.

A printed fact is a key's fact where the values are equal and the lines are at
most one apart: a sentence may run over a line's end. Each goes with one other
at most, the best agreeing ones first. Facts that a key calls optional count
for nobody: neither where they are missing nor where they are printed.
"""
from amounts import amount, same_name, same_period, same_unit

# What a fact of the key and a printed one may agree on.
ASPECTS = {
    "unit": lambda key, fact: same_unit(key.get("unit"), fact.get("unit")),
    "label": lambda key, fact: same_name(key["indicator"], fact.get("label")),
    "period": lambda key, fact: same_period(key["period"], fact.get("period")),
}


def candidates(keys, facts):
    """Pairs of places of a key's fact and a printed one, the best first."""
    found = []
    for i, key in enumerate(keys):
        for j, fact in enumerate(facts):
            gap = abs(key["line"] - (fact.get("line") or -9))
            if gap > 1 or amount(key["value"]) != amount(fact["value"]):
                continue
            misses = [not ASPECTS[name](key, fact)
                      for name in ("label", "unit", "period")
                      if name != "period" or key.get("period")]
            optional = bool(key.get("optional"))
            found.append(((gap, optional, misses, i, j), i, j))
    return [(i, j) for _, i, j in sorted(found)]


def matched(keys, facts):
    """Pairs of a key's fact and the printed one that it goes with."""
    taken_keys, taken_facts, pairs = set(), set(), []
    for i, j in candidates(keys, facts):
        if i not in taken_keys and j not in taken_facts:
            taken_keys.add(i)
            taken_facts.add(j)
            pairs.append((keys[i], facts[j]))
    missed = [key for i, key in enumerate(keys)
              if i not in taken_keys and not key.get("optional")]
    extra = [fact for j, fact in enumerate(facts) if j not in taken_facts]
    return pairs, missed, extra


def percent(part, whole):
    return round(100 * part / whole, 2) if whole else 100.0


def score(keys, facts):
    """The score, a dictionary of percentages, and all misses as sentences."""
    pairs, missed, extra = matched(keys, facts)
    counted = [pair for pair in pairs if not pair[0].get("optional")]
    result = {
        "recall": percent(len(counted), len(counted) + len(missed)),
        "precision": percent(len(pairs), len(facts)),
    }
    misses = [f"{key['line']}: not read: {said(key, 'indicator')}"
              for key in missed]
    misses += [f"{fact.get('line')}: no figure of the school's: "
               f"{said(fact, 'label')}" for fact in extra]
    for name, same in ASPECTS.items():
        asked = [pair for pair in counted
                 if name != "period" or pair[0].get("period")]
        wrong = [pair for pair in asked if not same(*pair)]
        result[name] = percent(len(asked) - len(wrong), len(asked))
        misses += [f"{key['line']}: {name}: {said(fact, 'label')} for "
                   f"{said(key, 'indicator')}" for key, fact in wrong]
    return result, misses


def said(row, name):
    """A fact of either side in short."""
    return (f"{row.get('value')} {row.get('unit') or '-'} "
            f"{row.get(name) or '-'} [{row.get('period') or '-'}, "
            f"{row.get('source') or row.get('where') or '-'}]")
