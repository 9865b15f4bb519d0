#!/usr/bin/env python3
"""Measures cached aggregates over gRPC beside a bare gRPC echo of the same
message sizes; scripts/bench.sh builds what it needs and calls it."""
import argparse
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

import measure

sys.path.insert(0, str(measure.ROOT / "tests/endurance"))
import servers  # noqa: E402

ECHO = "/nianbao.bench.Echo/Echo"
OUTSTANDING = 64
# The server has one processor, the caller the other; Redis is with the caller.
SERVER_CPU, CALLER_CPU, REDIS_CPU = 0, 1, 1
LEAST_RATE = {"in-process cache": 80, "Redis": 50}
MOST_P99 = {"in-process cache": 1.5, "Redis": 2.0}
MOST_INSTRUCTIONS = 1.6
CALLGRIND_CALLS = (500, 1500)


class Echo:
    """The bare server; its answers have `answer_bytes` bytes in all."""

    def __init__(self, answer_bytes, cpu=None, wrapper=()):
        payload = answer_bytes - len(servers.message([(1, "x" * answer_bytes)]))
        command = servers.pinned(
            [*wrapper, measure.BIN / "echo_server", answer_bytes + payload],
            cpu)
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.pid = self.process.pid
        self.address = f"127.0.0.1:{int(self.process.stdout.readline())}"

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


class Bench:
    """What is called: the servers, and a request for each."""

    def __init__(self, folder, indicators):
        self.folder = pathlib.Path(folder)
        self.intake = servers.Server(
            measure.BIN / "nianbao-intake", [f"--store.path={folder}/store"],
            self.folder / "intake.log")
        servers.submit_samples(measure.BIN, self.intake.address)
        self.redis = servers.Redis(folder, cpu=REDIS_CPU)
        codes = servers.summed_indicators()[:indicators]
        self.request = self.folder / "request"
        self.request.write_bytes(servers.aggregates_request(codes, 1))
        self.metrics = {name: self.start(name, SERVER_CPU)
                        for name in LEAST_RATE}
        sizes = {server.address: self.call(server, 200)["answer_bytes"]
                 for server in self.metrics.values()}
        self.answer_bytes = next(iter(sizes.values()))
        self.request_bytes = self.request.stat().st_size
        self.echo_request = self.folder / "echo"
        self.echo_request.write_bytes(self.of_size(self.request_bytes))
        self.echo = Echo(self.answer_bytes, SERVER_CPU)

    @staticmethod
    def of_size(size):
        return servers.message(
            [(1, "x" * (2 * size - len(servers.message([(1, "x" * size)]))))])

    def start(self, name, cpu=None, wrapper=()):
        flags = []
        if name == "Redis":
            flags.append(f"--cache.redis={self.redis.address}")
        return servers.Metrics(measure.BIN, self.intake.address, flags,
                               self.folder / f"{name}{bool(wrapper)}.log",
                               cpu=cpu, wrapper=wrapper)

    def call(self, server, calls):
        bare = isinstance(server, Echo)
        pid = server.pid
        before = servers.cpu_seconds(pid)
        done = servers.call(
            measure.BIN, server.address,
            [self.echo_request if bare else self.request], CALLER_CPU,
            ECHO if bare else servers.QUERY, calls=calls,
            outstanding=OUTSTANDING)
        if done["failed"]:
            raise SystemExit(f"bench: calls failed: {done['failed']}")
        took = servers.cpu_seconds(pid) - before
        done["server_cpu_us"] = took / calls * 1e6
        return done

    def rounds(self, count, calls):
        """Medians by name; all are called in each round, in turns."""
        taken = {"echo": [], **{name: [] for name in self.metrics}}
        for turn in range(count + 1):
            for name, server in (("echo", self.echo), *self.metrics.items()):
                done = self.call(server, calls)
                if turn > 0:
                    taken[name].append(done)
        return {name: {key: statistics.median(done[key] for done in all_done)
                       for key in ("rate", "p50_us", "p99_us",
                                   "server_cpu_us")}
                for name, all_done in taken.items()}

    def instructions(self):
        """Instructions of a server for a call, by name."""
        counts = {}
        for name in ("echo", *self.metrics):
            out = self.folder / f"callgrind-{name.replace(' ', '-')}"
            wrapper = ["valgrind", "--tool=callgrind", "-q",
                       f"--callgrind-out-file={out}"]
            server = Echo(self.answer_bytes, None, wrapper) \
                if name == "echo" else self.start(name, None, wrapper)
            pid = server.pid
            self.call(server, 300)
            totals = []
            for calls in CALLGRIND_CALLS:
                self.dump(pid)
                self.call(server, calls)
                totals.append(self.dump(pid, out))
            counts[name] = (totals[1] - totals[0]) / (
                CALLGRIND_CALLS[1] - CALLGRIND_CALLS[0])
            server.stop()
        return counts

    @staticmethod
    def dump(pid, out=None):
        """Ends a part of the profile; its instructions where `out` is told."""
        subprocess.run(["callgrind_control", "-d", str(pid)], check=True,
                       stdout=subprocess.DEVNULL)
        if out is None:
            return 0
        parts = sorted(out.parent.glob(f"{out.name}.*"),
                       key=lambda file: int(file.suffix[1:]))
        text = parts[-1].read_text("utf-8", errors="replace")
        return int(re.search(r"^(?:totals|summary): (\d+)", text,
                             re.MULTILINE).group(1))

    def stop(self):
        self.echo.stop()
        for server in self.metrics.values():
            server.stop()
        self.intake.stop()
        self.redis.kill()


def judge(medians, counts):
    targets = measure.Targets()
    bare = medians["echo"]
    for name, least in LEAST_RATE.items():
        mine = medians[name]
        targets.expect(f"{name}: per cent of the echo's requests/s",
                       100 * mine["rate"] / bare["rate"], least=least)
        targets.expect(f"{name}: p99, of the echo's",
                       mine["p99_us"] / bare["p99_us"], most=MOST_P99[name])
    if counts:
        targets.expect("in-process cache: instructions, of the echo's",
                       counts["in-process cache"] / counts["echo"],
                       most=MOST_INSTRUCTIONS)
    targets.print()
    return targets


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh aggregates")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--calls", type=int, default=40000)
    parser.add_argument("--indicators", type=int, default=40,
                        help="asked in a call, of 11 prefectures")
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--no-instructions", action="store_true")
    parser.add_argument("--check", action="store_true",
                        help="fail where a target is missed")
    arguments = parser.parse_args()
    print(measure.load())
    with tempfile.TemporaryDirectory(prefix="nianbao_rpc_") as folder:
        bench = Bench(folder, arguments.indicators)
        medians = bench.rounds(arguments.runs, arguments.calls)
        counts = {} if arguments.no_instructions else bench.instructions()
        bench.stop()
    measure.print_table(
        f"{OUTSTANDING} calls at a time, requests of {bench.request_bytes} and "
        f"answers of {bench.answer_bytes} bytes, a line in the log for each",
        ("", "requests/s", "p50 us", "p99 us", "server's CPU us",
         "instructions"),
        [(name, f"{row['rate']:,.0f}", f"{row['p50_us']:.0f}",
          f"{row['p99_us']:.0f}", f"{row['server_cpu_us']:.1f}",
          f"{counts[name]:,.0f}" if name in counts else "-")
         for name, row in medians.items()])
    targets = judge(medians, counts)
    print(measure.load())
    if arguments.json:
        arguments.json.write_text(json.dumps(
            {"medians": medians, "instructions": counts,
             "request_bytes": bench.request_bytes,
             "answer_bytes": bench.answer_bytes}, indent=2))
    return 1 if arguments.check and targets.missed else 0


if __name__ == "__main__":
    sys.exit(main())
