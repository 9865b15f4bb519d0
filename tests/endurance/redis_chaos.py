#!/usr/bin/env python3
"""Metrics under load while its Redis is killed, frozen, slow, full and
restarted.

usage: redis_chaos.py [--seconds N]

Two replicas of the real metrics server share a real redis-server, one of them
through a proxy that can delay. Callers ask many queries all the time; each
answer is compared with the one that a server without Redis computed. Fails on
a wrong answer, on a failed call, and where the counters show no recovery.
Ends with 77 where redis-server is not installed. NIANBAO_BIN names the folder
of the programs.
"""
import argparse
import pathlib
import shutil
import signal
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import servers  # noqa: E402

SKIPPED = 77
QUERIES = 240
RACES = 20
CALLERS = 16
# What a call may take in all. Of it Redis may take 200 ms each for looking,
# claiming and putting, and another replica's computation 1000 ms.
DEADLINE_MS = 10000
REDIS_FLAGS = ["--cache.timeout_ms=200", "--cache.fill_wait_ms=1000"]


class Chaos:
    """The servers, the queries, and what went wrong."""

    def __init__(self, folder, binaries):
        self.folder = folder
        self.binaries = binaries
        self.problems = []
        self.intake = servers.Server(
            binaries / "nianbao-intake", [f"--store.path={folder}/store"],
            folder / "intake.log")
        servers.submit_samples(binaries, self.intake.address)
        self.redis = servers.Redis(folder)
        self.proxy = servers.SlowProxy(self.redis.port)
        self.requests = self.make_requests()
        self.truth = folder / "truth"
        self.record_truth()

    def make_requests(self):
        codes = servers.summed_indicators()
        requests = []
        for i in range(QUERIES):
            file = self.folder / f"q{i:03}"
            chosen = [codes[(i + j * 7) % len(codes)] for j in range(12)]
            file.write_bytes(servers.aggregates_request(chosen, i % 3))
            requests.append(file)
        return requests

    def metrics(self, name, flags=()):
        return servers.Metrics(self.binaries, self.intake.address, flags,
                               self.folder / f"{name}.log")

    def replica(self, name, address):
        return self.metrics(name, [f"--cache.redis={address}", *REDIS_FLAGS])

    def record_truth(self):
        self.truth.mkdir()
        alone = self.metrics("alone", ["--cache.max_entries=1"])
        done = servers.call(self.binaries, alone.address, self.requests,
                            calls=len(self.requests), outstanding=2,
                            record=self.truth)
        alone.stop()
        if done["failed"]:
            raise SystemExit(f"the queries themselves fail: {done['failed']}")

    def expect(self, holds, problem):
        if not holds:
            self.problems.append(problem)

    def judge(self, name, done):
        print(f"{name}: {done['calls']} calls, {done['wrong']} wrong, "
              f"{sum(done['failed'].values())} failed, p99 "
              f"{done['p99_us'] / 1000:.0f} ms, most "
              f"{done['most_us'] / 1000:.0f} ms")
        self.expect(done["calls"] > 0, f"{name}: no calls")
        self.expect(done["wrong"] == 0, f"{name}: {done['wrong']} wrong")
        self.expect(not done["failed"],
                    f"{name}: failed by code {done['failed']}")

    def race(self):
        """Both replicas ask for the same keys at the same time."""
        replicas = [self.replica(f"race{i}", self.redis.address)
                    for i in range(2)]
        for request in self.requests[:RACES]:
            calls = [servers.start_calls(self.binaries, replica.address,
                                         [request], calls=8, outstanding=8,
                                         deadline_ms=DEADLINE_MS,
                                         expect=self.truth)
                     for replica in replicas]
            for done in map(servers.finish_calls, calls):
                self.expect(done["wrong"] == 0 and not done["failed"],
                            f"race: {done}")
        fills = 0
        for replica in replicas:
            replica.stop()
            fills += replica.lines("cache figures")[-1]["fills"]
        print(f"race: {RACES} keys asked by two replicas, {fills} computed")
        self.expect(fills == RACES, f"race: {fills} computed, not {RACES}")

    def hurt(self, step):
        """One way of hurting Redis for `step` seconds each."""
        def phase(name, begin, end):
            begin()
            time.sleep(step)
            end()
            time.sleep(step)
            print(f"  {name}")

        def slow(delay):
            self.proxy.delay = delay

        def full(limit):
            self.redis.tell("CONFIG", "SET", "maxmemory", limit)

        phase("killed and restarted", self.redis.kill, self.redis.start)
        phase("frozen", lambda: self.redis.process.send(signal.SIGSTOP),
              lambda: self.redis.process.send(signal.SIGCONT))
        phase("slow", lambda: slow(0.4), lambda: slow(0.0))
        # Emptied, so that there is something to put.
        phase("full", lambda: (full("1"), self.redis.tell("FLUSHALL")),
              lambda: full("0"))
        phase("restarted at once",
              lambda: (self.redis.kill(), self.redis.start()), lambda: None)
        phase("connections cut",
              lambda: self.redis.tell("CLIENT", "KILL", "TYPE", "normal"),
              lambda: None)

    def run(self, seconds):
        replicas = {
            "direct": self.replica("direct", self.redis.address),
            "through the proxy": self.replica("proxied", self.proxy.address)}
        calls = {name: servers.start_calls(
            self.binaries, replica.address, self.requests, calls=0,
            seconds=seconds, outstanding=CALLERS, deadline_ms=DEADLINE_MS,
            expect=self.truth) for name, replica in replicas.items()}
        end = time.monotonic() + seconds
        step = max(1.0, min(6.0, seconds / 14))
        while end - time.monotonic() >= 12 * step:
            self.hurt(step)
        for name, process in calls.items():
            self.judge(name, servers.finish_calls(process))
        for name, replica in replicas.items():
            self.judge_recovery(name, replica)

    def judge_recovery(self, name, replica):
        self.expect(replica.stop() == 0, f"{name}: did not end well")
        gone = len(replica.lines("cache is gone; aggregates are computed "
                                 "without it"))
        back = replica.lines("cache is back")
        figures = replica.lines("cache figures")
        print(f"{name}: gone {gone} times, back {len(back)} times; "
              f"{ {k: v for k, v in figures[-1].items() if k not in ('time', 'level', 'message')} }")
        self.expect(gone >= 3, f"{name}: gone only {gone} times")
        self.expect(len(back) == gone, f"{name}: not back at the end")
        if back:
            at_last = [f for f in figures if f["time"] <= back[-1]["time"]]
            before = at_last[-1]["hits"] if at_last else 0
            self.expect(figures[-1]["hits"] > before,
                        f"{name}: no hits after it was back")

    def stop(self):
        self.intake.stop()
        self.redis.kill()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=20)
    arguments = parser.parse_args()
    if shutil.which("redis-server") is None:
        print("SKIPPED: redis-server is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="nianbao_chaos_") as folder:
        chaos = Chaos(pathlib.Path(folder), servers.default_binaries())
        chaos.race()
        chaos.run(arguments.seconds)
        chaos.stop()
    for problem in chaos.problems:
        print(f"FAILED: {problem}")
    return 1 if chaos.problems else 0


if __name__ == "__main__":
    sys.exit(main())
