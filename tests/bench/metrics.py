#!/usr/bin/env python3
"""Measures indicators, aggregates and ranks over many schools, nothing cached;
scripts/bench.sh builds what it needs and calls it.

Set NIANBAO_PEERS to a folder with a generator gen.py and the answers that other
engines agree on, expected.json, to compare with those, too.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

import measure
import metrics_sql
import postgres
import rules

STEPS = ("metrics", "aggregates", "ranks")


def parse_arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh metrics")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


def with_duckdb(folder):
    found = metrics_sql.statements(folder, "duckdb")
    (folder / "duckdb.json").write_text(json.dumps(found))
    result = rules.output_of(
        ["node", rules.HERE / "duckdb_metrics.mjs", folder, 3],
        env={**os.environ, "NODE_MODULES": str(rules.PACKAGES)})
    return result["seconds"], dict(zip(metrics_sql.CHECKS, result["checks"]))


def with_postgres(server, folder, loaded):
    """PostgreSQL's seconds by the wall: it works in another process."""
    found = metrics_sql.statements(folder, "postgres")
    if folder not in loaded:
        server.psql("drop table if exists t;\n" + found["load"])
        loaded.clear()
        loaded.add(folder)
    seconds = {}
    for step in STEPS:
        drop, create = found[step]
        server.psql(drop)
        seconds[step] = server.psql(create)[1]
    checks = server.psql(found["checks"])[0].strip().split("|")
    return seconds, dict(zip(metrics_sql.CHECKS, map(float, checks)))


def measured(folder, others, turns):
    """Medians of all engines over the data of a folder, in turns."""
    taken = {name: [] for name in ("ours", *others)}
    checks = {}
    ours = None
    for _ in range(turns):
        ours = rules.output_of([measure.BIN / "metrics_bench", folder, 9])
        taken["ours"].append({step: ours[step] for step in STEPS})
        checks["ours"] = ours["checks"]
        for name, run in others.items():
            seconds, checks[name] = run(folder)
            taken[name].append(seconds)
    medians = {name: {step: statistics.median(run[step] for run in runs)
                      for step in STEPS} for name, runs in taken.items()}
    return {"seconds": medians, "checks": checks, "bands": ours["bands"],
            "load": ours["load"], "bytes": ours["bytes"]}


def total(seconds):
    return sum(seconds[step] for step in STEPS)


def report(title, result, agreed, targets):
    ours = result["seconds"]["ours"]
    measure.print_table(
        f"{title}: {result['checks']['ours']['metric_values']} values of 40 "
        "metrics, 11 regions, quartiles and ranks, one thread",
        ("", *(f"{step} ms" for step in STEPS), "all ms", "x ours"),
        [(name, *(f"{seconds[step] * 1e3:.1f}" for step in STEPS),
          f"{total(seconds) * 1e3:.1f}", f"{total(seconds) / total(ours):.1f}")
         for name, seconds in result["seconds"].items()])
    print(f"  rank bands beside: {result['bands'] * 1e3:.1f} ms")
    for name, least in (("DuckDB", 8), ("PostgreSQL", 40)):
        if name in result["seconds"]:
            targets.expect(f"{title}: {name}'s time / ours",
                           total(result["seconds"][name]) / total(ours),
                           least=least)
    for name, checks in {**result["checks"],
                         **({"agreed": agreed} if agreed else {})}.items():
        if name == "ours":
            continue
        worst = max(abs(checks[key] - result["checks"]["ours"][key])
                    for key in metrics_sql.CHECKS)
        # Doubles are summed elsewhere, in whatever order.
        targets.expect(f"{title}: check sums beside {name}, in thousandths",
                       worst * 1000, most=1)


def main():
    arguments = parse_arguments()
    subprocess.run(
        [sys.executable, rules.HERE / "school_files.py", rules.SCHOOLS],
        check=True)
    print(measure.load())
    targets = measure.Targets()
    folders = {"own data": (rules.SCHOOLS, None)}
    peers = os.environ.get("NIANBAO_PEERS")
    if peers and rules.generated(peers):
        known = json.loads(pathlib.Path(peers, "expected.json").read_text())
        folders["peers' data"] = (rules.PEERS, {
            **known["check"], "metric_values": known["metric_values"]})
    others = {}
    if rules.has_duckdb():
        others["DuckDB"] = with_duckdb
    else:
        print("NOT MEASURED: DuckDB, which npm could not install")
    server = postgres.Postgres.start()
    if server is None:
        print("NOT MEASURED: PostgreSQL, which is not installed")
        return run_all(folders, others, arguments, targets)
    loaded = set()
    with server:
        others["PostgreSQL"] = lambda folder: with_postgres(server, folder,
                                                            loaded)
        return run_all(folders, others, arguments, targets)


def run_all(folders, others, arguments, targets):
    results = {}
    for title, (folder, agreed) in folders.items():
        results[title] = measured(folder, others, arguments.runs)
        report(title, results[title], agreed, targets)
    snapshot = rules.output_of([measure.BIN / "snapshot_bench", 7000, 10, 100])
    print(f"\nSnapshot of {snapshot['schools']} schools x "
          f"{snapshot['editions']} editions x {snapshot['facts_each']} facts: "
          f"{snapshot['seconds']:.1f} s, {snapshot['bytes_per_fact']:.1f} bytes "
          f"a fact, {snapshot['peak_bytes'] / 2**20:.0f} MiB at most; a changed "
          f"school {snapshot['change_seconds'] * 1e3:.2f} ms")
    results["snapshot"] = snapshot
    targets.print()
    print(measure.load())
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1))
    if arguments.check and targets.missed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
