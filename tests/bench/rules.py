#!/usr/bin/env python3
"""Measures rules over many schools; scripts/bench.sh builds what it needs and
calls it.

Set NIANBAO_PEERS to a folder with a generator gen.py and the answers that other
engines agree on, expected.json, to compare with those, too.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

import measure

HERE = pathlib.Path(__file__).resolve().parent
SCHOOLS = measure.ROOT / "build/bench/schools"
PEERS = measure.ROOT / "build/bench/peers"
PACKAGES = measure.ROOT / "build/bench/npm"
DUCKDB = "@duckdb/node-api@1.5.6-r.1"


def parse_arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh rules")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


def output_of(command, **more):
    return json.loads(subprocess.run(
        [str(part) for part in command], cwd=measure.ROOT, check=True,
        stdout=subprocess.PIPE, **more).stdout)


def has_duckdb():
    """Whether DuckDB is there, after an attempt to install it."""
    PACKAGES.mkdir(parents=True, exist_ok=True)
    return subprocess.run(
        ["npm", "install", "--prefix", PACKAGES, "--no-audit", "--no-fund",
         "--silent", DUCKDB], check=False).returncode == 0


def has_validate():
    return shutil.which("Rscript") is not None and subprocess.run(
        ["Rscript", "-e", "quit(status = !requireNamespace('validate', "
         "quietly = TRUE) || !requireNamespace('jsonlite', quietly = TRUE))"],
        check=False, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL).returncode == 0


def generated(peers):
    """Whether the peers' generator wrote its data; it needs python3-numpy."""
    PEERS.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["/usr/bin/python3", f"{peers}/gen.py", PEERS],
                          check=False).returncode == 0
    if not done:
        print(f"NOT COMPARED: {peers}, whose generator failed; "
              "does it lack python3-numpy?")
    return done


def engines():
    """Other engines by name: commands that take a folder and a number of
    runs."""
    found = {}
    if has_duckdb():
        found["DuckDB"] = ["node", HERE / "duckdb_rules.mjs"]
    else:
        print("NOT MEASURED: DuckDB, which npm could not install")
    if has_validate():
        found["R validate"] = ["Rscript", HERE / "validate_rules.R"]
    else:
        print("NOT MEASURED: R validate, which is not installed")
    return found


def measured(folder, others, turns):
    """Medians of all engines over the data of a folder, in turns."""
    ours = []
    seconds = {name: [] for name in others}
    findings = {}
    for _ in range(turns):
        ours.append(output_of([measure.BIN / "rules_bench", folder, 15]))
        for name, command in others.items():
            found = output_of([*command, folder, 3], env={
                **os.environ, "NODE_MODULES": str(PACKAGES)})
            seconds[name].append(found["seconds"])
            findings[name] = found["findings"]
    result = dict(ours[-1])
    for kind in ("loop", "plan", "duplicated"):
        result[kind] = statistics.median(run[kind]["seconds"] for run in ours)
    result["loop_findings"] = sum(rule["loop_failed"]
                                  for rule in result["per_rule"])
    result["others"] = {
        name: {"seconds": statistics.median(seconds[name]),
               "findings": findings[name]} for name in others}
    return result


def print_rates(title, result):
    cells = result["rows"] * result["rules"]
    rows = [("plan, exact intervals", result["plan"], result["findings"]),
            ("loop over doubles", result["loop"], result["loop_findings"])]
    rows += [(name, other["seconds"], other["findings"])
             for name, other in result["others"].items()]
    measure.print_table(
        f"{title}: {result['rows']} rows, {result['rules']} rules, one thread",
        ("", "ms", "million rule-rows/s", "findings", "x the plan's time"),
        [(name, f"{seconds * 1e3:.2f}", f"{cells / seconds / 1e6:.1f}", found,
          f"{seconds / result['plan']:.2f}") for name, seconds, found in rows])


def expect_rates(title, result, targets):
    targets.expect(f"{title}: plan's rate / loop's",
                   result["loop"] / result["plan"], least=.25)
    targets.expect(f"{title}: each rule twice / once",
                   result["duplicated"] / result["plan"], most=1.25)
    for name, least in (("DuckDB", 5), ("R validate", 30)):
        if name in result["others"]:
            targets.expect(
                f"{title}: {name}'s time / plan's",
                result["others"][name]["seconds"] / result["plan"], least=least)


def print_differences(result, expected, targets):
    """Counts of each rule beside the agreed ones; rows that differ must be
    explained by a fixed tolerance against the interval."""
    rows = []
    for rule in result["per_rule"]:
        failed, missing = expected.get(
            rule["id"], (rule["loop_failed"], rule["loop_not_computed"]))
        same = (failed, missing) == (rule["failed"], rule["not_computed"])
        if (failed, missing) != (rule["loop_failed"],
                                 rule["loop_not_computed"]):
            print(f"  {rule['id']}: the loop does not give {failed}, {missing}")
        if not same or rule["differing"]:
            rows.append((rule["id"], failed, rule["failed"],
                         rule["rounded_differently"], missing,
                         rule["not_computed"], rule["differing"],
                         rule["explained"]))
    differing = sum(rule["differing"] for rule in result["per_rule"])
    explained = sum(rule["explained"] for rule in result["per_rule"])
    print(f"\n{len(result['per_rule']) - len(rows)} of "
          f"{len(result['per_rule'])} rules fail in the same rows; "
          f"{explained} of {differing} differing rows are nearer to the bound "
          "than their figures are printed")
    if rows:
        measure.print_table(
            "Rules that differ",
            ("rule", "fails: agreed", "here", "rounded", "blank: agreed",
             "here", "rows differ", "explained"), rows)
    missing = sum(rule["not_computed"] != expected.get(
        rule["id"], (0, rule["loop_not_computed"]))[1]
        for rule in result["per_rule"])
    targets.expect("rules with other blanks", missing, most=0)
    targets.expect("differing rows not explained", differing - explained,
                   most=0)


def main():
    arguments = parse_arguments()
    subprocess.run([sys.executable, HERE / "school_files.py", SCHOOLS],
                   check=True)
    print(measure.load())
    others = engines()
    targets = measure.Targets()
    all_results = {}
    folders = {"own data": SCHOOLS}
    expected = {}
    peers = os.environ.get("NIANBAO_PEERS")
    if peers and generated(peers):
        agreed = json.loads(pathlib.Path(peers, "expected.json").read_text())
        expected = agreed["per_rule"]
        folders["peers' data"] = PEERS
    for title, folder in folders.items():
        result = measured(folder, others, arguments.runs)
        all_results[title] = result
        print_rates(title, result)
        print_differences(result, expected if folder == PEERS else {}, targets)
        expect_rates(title, result, targets)
    targets.print()
    print(measure.load())
    if arguments.json:
        arguments.json.write_text(json.dumps(all_results, indent=1))
    if arguments.check and targets.missed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
