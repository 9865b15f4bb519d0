#!/usr/bin/env python3
"""Fills caches of aggregates up to millions of keys and looks them up;
scripts/bench.sh builds what it needs and calls it."""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import measure

sys.path.insert(0, str(measure.ROOT / "tests/endurance"))
import servers  # noqa: E402

SIZES = (512_000, 1_000_000, 2_000_000, 5_000_000)


def used_memory(redis):
    return int(next(line.split(":")[1] for line in
                    redis.tell("INFO", "memory").splitlines()
                    if line.startswith("used_memory:")))


def run(address, sizes, memory):
    """A row for each size."""
    rows = []
    with subprocess.Popen([measure.BIN / "cache_bench", address,
                           *map(str, sizes)], stdout=subprocess.PIPE,
                          text=True) as process:
        for line in process.stdout:
            row = json.loads(line)
            row["redis_bytes"] = memory()
            rows.append(row)
    if process.returncode != 0 or len(rows) != len(sizes):
        raise SystemExit(f"bench: cache_bench ended with {process.returncode}")
    return rows


def show(title, rows):
    measure.print_table(
        title,
        ("keys", "fills/s", "CPU us", "hits/s", "CPU us", "missed", "our RSS",
         "Redis' used_memory"),
        [(f"{row['size']:,}", f"{row['fills']:,.0f}",
          f"{row['fill_cpu_us']:.2f}", f"{row['hits']:,.0f}",
          f"{row['hit_cpu_us']:.2f}", row["missed"],
          f"{row['rss'] / 1e6:,.0f} MB",
          f"{row['redis_bytes'] / 1e6:,.0f} MB") for row in rows])


def judge(targets, name, rows):
    first, last = rows[0], rows[-1]
    targets.expect(f"{name}: per cent of the fill rate at {first['size']:,}",
                   100 * min(row["fills"] for row in rows) / first["fills"],
                   least=80)
    targets.expect(f"{name}: per cent of the hit rate at {first['size']:,}",
                   100 * min(row["hits"] for row in rows) / first["hits"],
                   least=80)
    targets.expect(f"{name}: values missed at {last['size']:,}",
                   last["missed"], most=0)


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh cache")
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--check", action="store_true",
                        help="fail where a target is missed")
    arguments = parser.parse_args()
    print(measure.load())
    with tempfile.TemporaryDirectory(prefix="nianbao_cache_") as folder:
        redis = servers.Redis(folder)
        in_redis = run(redis.address, SIZES, 
                       lambda: used_memory(redis))
        redis.kill()
    inside = run("-", SIZES, lambda: 0)
    show("Redis: 16 threads put, 512 lookups under way", in_redis)
    show("In-process cache: 16 threads put, one looks up", inside)
    targets = measure.Targets()
    judge(targets, "Redis", in_redis)
    judge(targets, "in-process", inside)
    targets.print()
    print(measure.load())
    if arguments.json:
        arguments.json.write_text(json.dumps(
            {"redis": in_redis, "in_process": inside}, indent=2))
    return 1 if arguments.check and targets.missed else 0


if __name__ == "__main__":
    sys.exit(main())
