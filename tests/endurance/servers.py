"""Servers of the build and Redis, started and hurt by endurance tests and
benchmarks."""
import asyncio
import atexit
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUERY = "/nianbao.metrics.v1.Metrics/QueryAggregates"
SAMPLE = ROOT / "samples/linjiang-2021.txt"
# The prefectures of the catalogue's province.
REGIONS = [f"33{n:02}00" for n in range(1, 12)]
PATIENCE = 60


def spare_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def pinned(command, cpu):
    """`command` on one processor; as it is where `cpu` is None."""
    command = [str(part) for part in command]
    return command if cpu is None else ["taskset", "-c", str(cpu), *command]


def await_that(what, holds):
    """Waits until `holds()`; ends the program where that takes too long."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise SystemExit(f"{what}: not in {PATIENCE} s")
        time.sleep(0.02)


def cpu_seconds(pid):
    """Processor time of a process so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text("utf-8")
    user, system = fields.split(")")[-1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


class Process:
    """A program whose output goes to a file."""

    def __init__(self, command, log):
        self.log = pathlib.Path(log)
        self.command = command
        with self.log.open("ab") as file:
            self.process = subprocess.Popen(  # pylint: disable=R1732
                command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=file,
                stderr=subprocess.STDOUT)
        self.pid = self.process.pid
        # Also where the program ends early.
        atexit.register(self.process.kill)

    def text(self):
        return self.log.read_text("utf-8", errors="replace")

    def send(self, number):
        self.process.send_signal(number)

    def stop(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.send_signal(number)
        return self.process.wait(PATIENCE)


class Server(Process):
    """A server of the build on a spare port."""

    def __init__(self, program, flags, log, cpu=None, wrapper=()):
        super().__init__(
            pinned([*wrapper, program, "--address=127.0.0.1:0", *flags], cpu),
            log)
        await_that(f"{program} listens", self._listens)
        self.address = re.search(r'"listening".*?"address":"([^"]*)"',
                                 self.text()).group(1)

    def _listens(self):
        if self.process.poll() is not None:
            raise SystemExit(f"{self.command[0]} ended: {self.text()}")
        return '"listening"' in self.text()

    def lines(self, message):
        """Lines of the log with this message, as dictionaries."""
        found = []
        for line in self.text().splitlines():
            if f'"message":"{message}"' in line:
                found.append(json.loads(line))
        return found


class Metrics(Server):
    """A metrics server that has loaded the record of an intake."""

    def __init__(self, binaries, intake, flags, log, **how):
        super().__init__(binaries / "nianbao-metrics",
                         [f"--peers.intake={intake}", *flags], log, **how)
        await_that("the record is loaded",
                   lambda: self.lines("the record is loaded"))


class Redis:
    """A redis-server that loses everything when it ends."""

    def __init__(self, folder, cpu=None, arguments=()):
        self.port = spare_port()
        self.address = f"127.0.0.1:{self.port}"
        self.folder = folder
        self.cpu = cpu
        self.arguments = arguments
        self.process = None
        self.start()

    def start(self):
        self.process = Process(
            pinned(["redis-server", "--bind", "127.0.0.1", "--port", self.port,
                    "--dir", self.folder, "--save", "", "--appendonly", "no",
                    *self.arguments], self.cpu), f"{self.folder}/redis.log")
        await_that("redis-server answers", lambda: self.tell("PING") == "PONG")

    def kill(self):
        self.process.stop(signal.SIGKILL)

    def tell(self, *words):
        """The answer to a command; empty where there is none."""
        done = subprocess.run(["redis-cli", "-p", str(self.port), *words],
                              capture_output=True, text=True, check=False)
        return done.stdout.strip()


class SlowProxy:
    """Passes bytes on to a port, `delay` seconds later."""

    def __init__(self, port):
        self.target = port
        self.delay = 0.0
        self.port = None
        ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait()
        self.address = f"127.0.0.1:{self.port}"

    def _run(self, ready):
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()

    async def _serve(self, reader, writer):
        try:
            there, back = await asyncio.open_connection("127.0.0.1",
                                                        self.target)
        except OSError:
            writer.close()
            return
        await asyncio.gather(self._pump(reader, back),
                             self._pump(there, writer))

    async def _pump(self, source, sink):
        try:
            while data := await source.read(65536):
                if self.delay > 0:
                    await asyncio.sleep(self.delay)
                sink.write(data)
                await sink.drain()
        except OSError:
            pass
        sink.close()


def message(fields):
    """A message of protobuf: (number, text or whole number) each."""
    out = bytearray()

    def varint(number):
        while number > 127:
            out.append(number & 127 | 128)
            number >>= 7
        out.append(number)

    for number, value in fields:
        if isinstance(value, int):
            varint(number << 3)
            varint(value)
        else:
            varint(number << 3 | 2)
            varint(len(value.encode()))
            out.extend(value.encode())
    return bytes(out)


def aggregates_request(indicators, group_by):
    return message([(1, "2021"), *((2, code) for code in indicators),
                    (3, group_by)])


def summed_indicators():
    """Codes that roll up by sums, in the order of their files."""
    codes = []
    for file in sorted((ROOT / "deploy/catalogue/indicators").glob("*")):
        code = None
        for line in file.read_text("utf-8").splitlines():
            named = re.search(r'^\s*(?:indicators \{ *)?code: "([a-z0-9_]+)"',
                              line)
            code = named.group(1) if named else code
            if "rollup: ROLLUP_SUM" in line and code:
                codes.append(code)
    return codes


def submit_samples(binaries, intake):
    """Hands the sample in for one school of each prefecture."""
    for i, region in enumerate(REGIONS):
        subprocess.run([binaries / "nianbao", "submit", SAMPLE, "--school",
                        f"{3633000001 + i}", "--region", region, "--edition",
                        "2021", "--server", intake], cwd=ROOT, check=True,
                       stdout=subprocess.DEVNULL)


def call(binaries, address, requests, cpu=None, method=QUERY, **flags):
    """What unary_callers measures of calls with the files of `requests`."""
    process = start_calls(binaries, address, requests, cpu, method, **flags)
    return finish_calls(process)


def start_calls(binaries, address, requests, cpu=None, method=QUERY, **flags):
    command = [binaries / "unary_callers", address, method, *requests]
    for name, value in flags.items():
        command += [f"--{name.replace('_', '-')}", str(value)]
    return subprocess.Popen(pinned(command, cpu), cwd=ROOT,
                            stdout=subprocess.PIPE, text=True)


def finish_calls(process):
    output, _ = process.communicate()
    if process.returncode != 0:
        raise SystemExit(f"unary_callers ended with {process.returncode}")
    return json.loads(output)


def default_binaries():
    return pathlib.Path(os.environ.get("NIANBAO_BIN",
                                       ROOT / "build/dev/bin")).resolve()
