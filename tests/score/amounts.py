"""Printed figures, units, names and periods, made comparable."""
import decimal
import re
import unicodedata

# Ways to print a unit; "" is none.
SPELLINGS = {
    "㎡": "平方米", "m²": "平方米", "m2": "平方米", "名": "人",
    "元/人": "元", "/": "", "ratio": "", "比": ""}


def folded(text):
    """Half width, no spaces or separators of thousands."""
    plain = unicodedata.normalize("NFKC", str(text or ""))
    return re.sub(r"[\s,]", "", plain)


def amount(text):
    """The number that `text` prints; None where it prints none.

    A ratio to one is its other side, a percent sign is left out.
    """
    sides = [side for side in folded(text).rstrip("%‰").split(":")
             if side != "1"] or ["1"]
    try:
        return decimal.Decimal(sides[0]) if len(sides) == 1 else None
    except decimal.InvalidOperation:
        return None


def amounts(text):
    """All numbers in `text`, without their signs."""
    found = re.findall(r"\d+(?:\.\d+)?", folded(text))
    return {decimal.Decimal(number) for number in found}


def same_unit(a, b):
    """Whether two printed units are one."""
    first, second = folded(a), folded(b)
    return SPELLINGS.get(first, first) == SPELLINGS.get(second, second)


def pairs(text):
    """Neighbouring characters of a name, marks left out."""
    words = re.sub(r"[\W_]", "", folded(text))
    found = {words[i:i + 2] for i in range(len(words) - 1)}
    return found or {words} - {""}


def same_name(a, b):
    """Whether two names are of one thing.

    One holds the other and is at most three times as long, or half of their
    pairs of characters are shared.
    """
    short, long = sorted((a or "", b or ""), key=len)
    if len(short) > 2 and short in long and len(long) <= 3 * len(short):
        return True
    first, second = pairs(short), pairs(long)
    both = len(first) + len(second)
    return bool(first and second) and 4 * len(first & second) >= both


def same_period(a, b):
    """Whether two periods name the same years; without years, the same."""
    first, second = (re.findall(r"\d{4}", folded(x)) for x in (a, b))
    if first or second:
        return first == second
    return same_name(a, b)
