#!/usr/bin/env python3
"""Fills caches of aggregates up to millions of keys and looks them up;
scripts/bench.sh builds what it needs and calls it.

Rates by the clock depend on who else uses the machine, so that the targets are
on processor time: of this program and redis-server together.
"""
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
LOOKUPS = 1_000_000
LEAST_RATE = 80  # per cent of that with the fewest keys


class RedisMeter:
    """Processor time since the last reading, and memory, of redis-server."""

    def __init__(self, redis):
        self.redis = redis
        self.before = servers.cpu_seconds(redis.process.pid)

    def read(self):
        now = servers.cpu_seconds(self.redis.process.pid)
        took, self.before = now - self.before, now
        used = next(line.split(":")[1] for line in
                    self.redis.tell("INFO", "memory").splitlines()
                    if line.startswith("used_memory:"))
        return took, int(used)


def run(address, meter):
    """Rows by what was done, one for each size."""
    rows = {"fill": [], "hit": []}
    with subprocess.Popen([measure.BIN / "cache_bench", address,
                           *map(str, SIZES)], stdout=subprocess.PIPE,
                          text=True) as process:
        filled = 0
        for line in process.stdout:
            row = json.loads(line)
            seconds, row["redis_bytes"] = meter()
            calls = LOOKUPS if row["what"] == "hit" else row["size"] - filled
            filled = row["size"]
            row["redis_cpu_us"] = seconds / calls * 1e6
            rows[row["what"]].append(row)
    if process.returncode != 0 or len(rows["hit"]) != len(SIZES):
        raise SystemExit(f"bench: cache_bench ended with {process.returncode}")
    return rows


def cpu(row):
    return row["cpu_us"] + row["redis_cpu_us"]


def show(title, rows):
    measure.print_table(
        title,
        ("keys", "fills/s", "CPU us", "hits/s", "CPU us", "missed", "our RSS",
         "Redis' used_memory"),
        [(f"{hit['size']:,}", f"{fill['rate']:,.0f}", f"{cpu(fill):.2f}",
          f"{hit['rate']:,.0f}", f"{cpu(hit):.2f}", hit["missed"],
          f"{hit['rss'] / 1e6:,.0f} MB", f"{hit['redis_bytes'] / 1e6:,.0f} MB")
         for fill, hit in zip(rows["fill"], rows["hit"])])


def judge(targets, name, rows):
    for what, measured in rows.items():
        targets.expect(
            f"{name}: least {what}s by processor time, per cent of those at "
            f"{SIZES[0]:,}",
            100 * cpu(measured[0]) / max(cpu(row) for row in measured),
            least=LEAST_RATE)
    targets.expect(f"{name}: values missed",
                   sum(row["missed"] for row in rows["hit"]), most=0)


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh cache")
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--check", action="store_true",
                        help="fail where a target is missed")
    arguments = parser.parse_args()
    print(measure.load())
    with tempfile.TemporaryDirectory(prefix="nianbao_cache_") as folder:
        redis = servers.Redis(folder)
        in_redis = run(redis.address, RedisMeter(redis).read)
        redis.kill()
    inside = run("-", lambda: (0, 0))
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
