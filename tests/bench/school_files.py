#!/usr/bin/env python3
"""Invented figures of many schools, and rules over them, for benchmarks.

usage: school_files.py FOLDER [SCHOOLS]

Writes data.csv, a row for each school and year with 100 indicators,
rules.json with 60 rules and metrics.json with 40 metrics. The same call writes the same bytes. One figure in a
hundred is damaged, one in two hundred blank.
"""
import json
import pathlib
import random
import sys

YEARS = (2020, 2021)
INDICATORS = 100

# Wholes and the shares of their parts; each row is a rule of its own.
SPLITS = (
    ("students", "students_male:54 students_female:46"),
    ("students", "students_first:35 students_second:33 students_third:32"),
    ("students", "students_city:30 students_town:40 students_village:30"),
    ("students", "students_full:97 students_part:3"),
    ("entrants", "entrants_local:85 entrants_away:15"),
    ("graduates", "graduates_placed:97 graduates_unplaced:3"),
    ("graduates_placed", "placed_study:75 placed_work:25"),
    ("placed_study", "study_bachelor:10 study_college:85 study_other:5"),
    ("placed_work", "work_large:40 work_small:45 work_own:5 work_other:10"),
    ("staff", "teachers:88 staff_office:6 staff_support:4 staff_workers:2"),
    ("teachers", "title_senior:28 title_middle:40 title_junior:25 title_no:7"),
    ("teachers", "age_35:30 age_45:35 age_55:25 age_60:10"),
    ("floor", "floor_teaching:40 floor_office:10 floor_living:30 floor_labs:20"),
    ("income", "income_public:90 income_fees:6 income_other:4"),
    ("spending", "spending_staff:45 spending_public:12 spending_projects:43"),
)

# Totals, each as a range of shares of another column.
TOTALS = (
    ("entrants", "students", .32, .38), ("graduates", "students", .28, .34),
    ("staff", "students", .07, .09), ("floor", "students", 15, 30),
    ("income", "students", 160, 260), ("spending", "income", .96, 1),
    ("subject_teachers", "teachers", .48, .6),
    ("dual_teachers", "subject_teachers", .7, .95),
    ("masters", "teachers", .1, .22), ("matched_work", "placed_work", .8, .97),
    ("certificates", "graduates", .3, .95), ("books", "students", 15, 45),
    ("new_books", "books", .01, .1), ("firm_teachers", "teachers", .1, .5),
)

# Money and areas with two decimals.
MEASURES = (("site", "students", 25, 60), ("equipment", "students", .6, 1.6),
            ("new_equipment", "equipment", .02, .12))

# Rate, part, whole, and what the quotient is multiplied with.
RATES = (
    ("placed_rate", "graduates_placed", "graduates", 100),
    ("study_rate", "placed_study", "graduates_placed", 100),
    ("matched_rate", "matched_work", "placed_work", 100),
    ("dual_rate", "dual_teachers", "subject_teachers", 100),
    ("senior_rate", "title_senior", "teachers", 100),
    ("master_rate", "masters", "teachers", 100),
    ("certificate_rate", "certificates", "graduates", 100),
    ("public_rate", "income_public", "income", 100),
    ("local_rate", "entrants_local", "entrants", 100),
    ("students_per_teacher", "students", "teachers", 1),
)
PLAIN_RATES = (("kept_rate", 93, 100), ("passed_rate", 90, 100),
               ("fit_rate", 88, 99.5), ("satisfied_rate", 85, 100))

GROWTH_LIMITS = (("students", .3), ("entrants", .5), ("graduates", .5),
                 ("staff", .4), ("teachers", .4), ("floor", .9),
                 ("equipment", 2), ("books", 3), ("income", 1),
                 ("subject_teachers", .6))
ORDERS = (("entrants", "students"), ("entrants_local", "entrants"),
          ("graduates", "students"), ("dual_teachers", "subject_teachers"),
          ("subject_teachers", "teachers"), ("new_equipment", "equipment"),
          ("new_books", "books"), ("spending", "income"),
          ("matched_work", "placed_work"), ("firm_teachers", "staff"))
RANGES = (("kept_rate", 90, 100), ("passed_rate", 80, 100),
          ("fit_rate", 80, 100), ("satisfied_rate", 60, 100),
          ("placed_rate", 80, 100), ("students_per_teacher", 5, 30),
          ("students", 50, 15000), ("staff", 5, 1500), ("senior_rate", 5, 60),
          ("books", 500, 700000))
PER_HEAD = (("site", 20, 70), ("floor", 12, 40), ("equipment", .4, 2),
            ("books", 10, 60), ("income", 100, 400))


def split(rng, total, parts):
    """Whole parts that make the total."""
    weights = [share * rng.gauss(1, .1) for _, share in parts]
    whole = sum(weights)
    counts = [int(total * weight / whole) for weight in weights]
    counts[0] += total - sum(counts)
    return dict(zip((name for name, _ in parts), counts))


def parsed(parts):
    return [(name, int(share)) for name, share in
            (part.split(":") for part in parts.split())]


def school_year(rng, students):
    """Figures of a school in a year by name, all of them right."""
    row = {"students": students}
    waiting = list(TOTALS)
    splits = [(whole, parsed(parts)) for whole, parts in SPLITS]
    while waiting or splits:
        for entry in [t for t in waiting if t[1] in row]:
            name, base, low, high = entry
            row[name] = int(row[base] * rng.uniform(low, high)) + 2
            waiting.remove(entry)
        for entry in [s for s in splits if s[0] in row]:
            row.update(split(rng, row[entry[0]], entry[1]))
            splits.remove(entry)
    for name, base, low, high in MEASURES:
        row[name] = round(row[base] * rng.uniform(low, high), 2)
    for name, part, whole, scale in RATES:
        row[name] = round(scale * row[part] / max(row[whole], 1), 2)
    for name, low, high in PLAIN_RATES:
        row[name] = round(rng.uniform(low, high), 2)
    for i in range(INDICATORS - len(row)):
        row[f"other_{i + 1}"] = int(students * rng.uniform(.1, 2))
    return row


def damaged(rng, value):
    how = rng.randrange(4)
    if how == 0:
        return value * 10
    if how == 1:
        return value + rng.randrange(1, 9)
    if how == 2:
        return int(value * .9)
    return value + rng.choice((-.5, .5)) * (abs(value) + 1)


def printed(rng, value):
    chance = rng.random()
    if chance < .005:
        return ""
    if chance < .015:
        value = damaged(rng, value)
    return f"{value:.2f}".rstrip("0").rstrip(".")


def write_data(path, schools):
    rng = random.Random(20211125)
    sizes = [int(min(9000, max(60, rng.lognormvariate(6.6, .75))))
             for _ in range(schools)]
    with open(path, "w", encoding="utf-8") as file:
        head = None
        for year in YEARS:
            for school, size in enumerate(sizes):
                students = max(50, int(size * rng.gauss(1, .05)))
                row = school_year(rng, students)
                if head is None:
                    head = list(row)
                    file.write("school,region,county,year," + ",".join(head) +
                               "\n")
                region = school % 11 + 1
                cells = [printed(rng, row[name]) for name in head]
                file.write(f"S{school + 1:05d},A{region:02d},"
                           f"C{school % 97 + 1:03d},{year}," +
                           ",".join(cells) + "\n")


def rules():
    found = []

    def add(kind, **fields):
        found.append({"id": f"R{len(found) + 1:02d}", "kind": kind, **fields})

    for whole, parts in SPLITS:
        add("sum", total=whole, parts=[name for name, _ in parsed(parts)])
    for rate, part, whole, scale in RATES:
        add("rate", num=part, den=whole, rate=rate, scale=scale, tol=.00501)
    for name, limit in GROWTH_LIMITS:
        add("yoy", col=name, limit=limit)
    for part, whole in ORDERS:
        add("le", a=part, b=whole)
    for name, low, high in RANGES:
        add("range", col=name, lo=low, hi=high)
    for name, low, high in PER_HEAD:
        add("per", num=name, den="students", lo=low, hi=high)
    return found


def metrics():
    """Shares of parts, figures a head, and growth: 40 in all."""
    found = []
    for whole, parts in SPLITS[1:]:
        found += [(name, whole, 100) for name, _ in parsed(parts)]
    found = found[:25]
    found += [(part, whole, scale) for _, part, whole, scale in RATES]
    made = [{"kind": "ratio", "num": part, "den": whole, "scale": scale}
            for part, whole, scale in found]
    made += [{"kind": "growth", "col": name, "scale": 100} for name in
             ("students", "entrants", "teachers", "equipment", "income")]
    return [{"id": f"M{i + 1:02d}", **metric} for i, metric in enumerate(made)]


def main():
    folder = pathlib.Path(sys.argv[1])
    schools = int(sys.argv[2]) if len(sys.argv) > 2 else 7000
    folder.mkdir(parents=True, exist_ok=True)
    write_data(folder / "data.csv", schools)
    (folder / "rules.json").write_text(json.dumps(rules(), indent=1),
                                       encoding="utf-8")
    (folder / "metrics.json").write_text(json.dumps(metrics(), indent=1),
                                         encoding="utf-8")


if __name__ == "__main__":
    main()
