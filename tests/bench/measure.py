"""What benchmarks share: running programs in turns, medians, tables, JSON."""
import json
import os
import pathlib
import statistics
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = ROOT / "build/bench/bin"
OUT = ROOT / "build/bench/inputs"


class Run:
    """Costs of one run of a program: wall and CPU seconds, most memory."""

    def __init__(self, command, folder=None):
        start = time.perf_counter()
        with subprocess.Popen(command, cwd=folder or ROOT,
                              stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE) as process:
            message = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.bytes = usage.ru_maxrss * 1024
        if process.returncode != 0:
            raise SystemExit(f"bench: {' '.join(map(str, command))} ended with "
                             f"{process.returncode}: "
                             f"{message.decode(errors='replace')[-500:]}")


def in_turns(commands, runs):
    """Runs each of `commands` (name to command) once to warm up and then
    `runs` times, one after the other, so that all meet the same load. Medians
    by name: {"wall": s, "cpu": s, "bytes": most memory, "runs": n}."""
    taken = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            run = Run(command)
            if turn > 0:
                taken[name].append(run)
    return {name: {"wall": statistics.median(run.wall for run in all_runs),
                   "cpu": statistics.median(run.cpu for run in all_runs),
                   "bytes": max(run.bytes for run in all_runs),
                   "runs": len(all_runs)}
            for name, all_runs in taken.items()}


def google_benchmark(program, arguments, repetitions):
    """Medians of a Google Benchmark program by name: {"seconds": CPU time of
    one iteration, and the benchmark's counters}."""
    command = [str(BIN / program), *map(str, arguments),
               "--benchmark_format=json", "--benchmark_min_time=0.2",
               "--benchmark_enable_random_interleaving=true",
               f"--benchmark_repetitions={repetitions}"]
    output = subprocess.run(command, cwd=ROOT, check=True,
                            stdout=subprocess.PIPE).stdout
    medians = {}
    for entry in json.loads(output)["benchmarks"]:
        if entry.get("error_occurred"):
            raise SystemExit(f"bench: {entry['name']}: "
                             f"{entry['error_message']}")
        if entry.get("aggregate_name") == "median":
            scale = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1}
            medians[entry["run_name"]] = {
                "seconds": entry["cpu_time"] * scale[entry["time_unit"]],
                "bytes_per_second": entry.get("bytes_per_second", 0),
                "facts": int(entry.get("facts", 0))}
    return medians


def load():
    """How busy the machine is, in words."""
    return (f"{os.cpu_count()} CPUs, load "
            f"{', '.join(f'{x:.1f}' for x in os.getloadavg())}")


def print_table(title, head, rows):
    """A table with its first column to the left and the others to the
    right."""
    print(f"\n{title}")
    widths = [max(len(str(row[i])) for row in [head, *rows])
              for i in range(len(head))]
    for row in [head, *rows]:
        print("  " + "  ".join(
            str(cell).ljust(width) if i == 0 else str(cell).rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths))))


class Targets:
    """Compares figures with what was promised."""

    def __init__(self):
        self.rows = []
        self.missed = 0

    def expect(self, what, value, most=None, least=None):
        met = ((most is None or value <= most) and
               (least is None or value >= least))
        self.missed += not met
        bound = f"<= {most}" if least is None else f">= {least}"
        self.rows.append((what, f"{value:.1f}", bound,
                          "met" if met else "MISSED"))

    def print(self):
        print_table("Targets", ("what", "measured", "target", ""), self.rows)
