"""A PostgreSQL of its own for benchmarks, without compilation at run time."""
import glob
import os
import pathlib
import shutil
import subprocess
import tempfile
import time


class Postgres:
    """Runs while it is entered; None from start() where none is installed."""

    @staticmethod
    def start():
        programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        return Postgres(programs[-1]) if programs else None

    def __init__(self, programs):
        self.programs = programs
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-pg-"))
        # PostgreSQL refuses to run as root.
        self.user = ["runuser", "-u", "postgres", "--"] \
            if os.geteuid() == 0 else []
        if self.user:
            shutil.chown(self.folder, "postgres")
        os.chmod(self.folder, 0o755)
        self.run_as_server("initdb", "-D", self.folder / "data", "-A", "trust",
                           "-U", "postgres")
        self.run_as_server(
            "pg_ctl", "-D", self.folder / "data", "-w", "-l",
            self.folder / "log", "-o",
            f"-k {self.folder} -c listen_addresses= -c jit=off "
            "-c max_parallel_workers_per_gather=0", "start")

    def run_as_server(self, program, *arguments):
        subprocess.run(
            [*self.user, f"{self.programs}/{program}",
             *(str(argument) for argument in arguments)],
            check=True, cwd=self.folder, stdout=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.run_as_server("pg_ctl", "-D", self.folder / "data", "-m",
                           "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def psql(self, script):
        """What a script prints, and the seconds that it took."""
        begin = time.perf_counter()
        output = subprocess.run(
            [f"{self.programs}/psql", "-h", str(self.folder), "-U", "postgres",
             "-qAt", "-v", "ON_ERROR_STOP=1"], input=script, text=True,
            check=True, stdout=subprocess.PIPE).stdout
        return output, time.perf_counter() - begin
