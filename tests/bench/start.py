#!/usr/bin/env python3
"""Measures how long metrics takes from its start until it has the record of a
real intake, and what memory that takes; scripts/bench.sh builds what it needs
and calls it."""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import measure

sys.path.insert(0, str(measure.ROOT / "tests/endurance"))
import servers  # noqa: E402

# The catalogue has three editions, so more schools stand for ten.
EDITIONS = ("2020", "2021", "2024")


def peak_kib(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s*(\d+)", status).group(1))


def started(folder):
    """Seconds until the record is loaded, and the program's peak in KiB."""
    intake = servers.Server(measure.BIN / "nianbao-intake",
                            [f"--store.path={folder}/record"],
                            pathlib.Path(folder, "intake.log"))
    start = time.monotonic()
    metrics = servers.Server(measure.BIN / "nianbao-metrics",
                             [f"--peers.intake={intake.address}"],
                             pathlib.Path(folder, "metrics.log"))
    servers.await_that("the record is loaded",
                       lambda: metrics.lines("the record is loaded"))
    result = time.monotonic() - start, peak_kib(metrics.process.pid)
    metrics.stop()
    intake.stop()
    return result


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh start")
    parser.add_argument("--schools", type=int, default=23_334)
    parser.add_argument("--facts", type=int, default=100)
    parser.add_argument("--json", type=pathlib.Path)
    arguments = parser.parse_args()
    print(measure.load())
    with tempfile.TemporaryDirectory(prefix="nianbao_start_") as folder:
        subprocess.run(
            [measure.BIN / "record_filler", f"{folder}/record",
             str(arguments.schools), str(arguments.facts), *EDITIONS],
            cwd=measure.ROOT, check=True)
        seconds, kib = started(folder)
    facts = arguments.schools * len(EDITIONS) * arguments.facts
    print(f"{arguments.schools * len(EDITIONS):,} submissions x "
          f"{arguments.facts} facts: loaded {seconds:.1f} s after the start of "
          f"metrics, {kib / 1024:.0f} MiB at most, {kib * 1024 / facts:.0f} "
          "bytes a fact with the program itself")
    print(measure.load())
    if arguments.json:
        arguments.json.write_text(json.dumps(
            {"facts": facts, "seconds": seconds, "kib": kib}))


if __name__ == "__main__":
    main()
