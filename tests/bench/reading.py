#!/usr/bin/env python3
"""Measures reading; scripts/bench.sh builds what it needs and calls it."""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys

import measure
import report_files

TIMES = (1, 10, 100)
MEGABYTE = 1e6


def parse_arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench.sh reading")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("report", nargs="?", type=pathlib.Path,
                        default=measure.ROOT / "samples/linjiang-2021.txt")
    return parser.parse_args()


def to_pdf(path):
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir",
                    path.parent, path], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    return path.with_suffix(".pdf")


def reads(path):
    """Whether the program reads that kind of file at all."""
    return subprocess.run(
        [measure.BIN / "nianbao", "read", path, "--edition", "2021"],
        cwd=measure.ROOT, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL).returncode == 0


def make_inputs(report):
    """Files of the report in every kind, once and many times over, by kind
    and times. Another program makes them: what this one has in memory would
    count as its children's."""
    shutil.rmtree(measure.OUT, ignore_errors=True)
    measure.OUT.mkdir(parents=True)
    maker = measure.ROOT / "tests/bench/report_files.py"
    subprocess.run([sys.executable, maker, report, measure.OUT,
                    *map(str, TIMES)], check=True)
    paths = {(kind, times): measure.OUT / f"report-{times}.{kind}"
             for kind in report_files.WRITERS for times in TIMES}
    pdf = to_pdf(paths["docx", 1])
    if reads(pdf):
        paths["pdf", 1] = pdf
    else:
        print("NOT MEASURED: pdf, which the program does not read")
    return paths


def measure_in_process(paths, runs):
    """Documents and facts from bytes in memory, without a program's start."""
    files = [path for (kind, _), path in paths.items() if kind != "pdf"]
    return measure.google_benchmark("reading_bench", files, min(runs, 5))


def print_in_process(paths, rates):
    rows = []
    for path in paths.values():
        facts = rates.get(f"facts/{path.name}")
        if facts is None:
            continue
        document = rates[f"document/{path.name}"]
        rows.append((path.name, f"{path.stat().st_size / 1e3:.0f}",
                     f"{document['seconds'] * 1e3:.2f}",
                     f"{document['bytes_per_second'] / MEGABYTE:.1f}",
                     f"{facts['seconds'] * 1e3:.2f}",
                     f"{facts['bytes_per_second'] / MEGABYTE:.1f}",
                     facts["facts"]))
    measure.print_table(
        "Reading alone, in memory, one thread (MB of the file as it is packed)",
        ("file", "kB", "document ms", "MB/s", "facts ms", "MB/s", "facts"),
        rows)


def commands_of(paths):
    """The programs that are compared, by name."""
    nianbao = [measure.BIN / "nianbao", "read"]
    flags = ["--edition", "2021", "--format", "jsonl"]
    office = ["soffice", "--headless", "--convert-to", "txt:Text", "--outdir",
              measure.OUT / "office"]
    commands = {
        "nianbao read docx": [*nianbao, paths["docx", 1], *flags],
        "soffice docx to txt": [*office, paths["docx", 1]],
    }
    if ("pdf", 1) in paths:
        pdf = paths["pdf", 1]
        bare = ["pdftotext", "-bbox", pdf, measure.OUT / "bbox.html"]
        commands["nianbao read pdf"] = [*nianbao, pdf, *flags]
        commands["pdftotext -bbox"] = bare
    return commands


def measure_sizes(paths):
    """Programs over the report many times over: time and memory."""
    return measure.in_turns({
        f"txt x {times}": [measure.BIN / "nianbao", "read", paths["txt", times],
                           "--edition", "2021", "--format", "jsonl"]
        for times in TIMES}, 1)


def print_programs(title, runs):
    measure.print_table(
        title, ("program", "wall ms", "CPU ms", "memory MB", "runs"),
        [(name, f"{run['wall'] * 1e3:.0f}", f"{run['cpu'] * 1e3:.0f}",
          f"{run['bytes'] / MEGABYTE:.0f}", run["runs"])
         for name, run in runs.items()])


def targets_of(paths, rates, programs, sizes):
    targets = measure.Targets()
    for kind in report_files.WRITERS:
        once, often = (rates[f"facts/{paths[kind, times].name}"]["seconds"]
                       for times in (1, 100))
        targets.expect(f"{kind} x 100 against x 1, time", often / once,
                       most=110)
    grown = [sizes[f"txt x {times}"]["bytes"] for times in TIMES]
    targets.expect("txt, memory of x 90 more against x 9 more",
                   (grown[2] - grown[1]) / max(grown[1] - grown[0], 1), most=11)
    docx = rates[f"facts/{paths['docx', 1].name}"]["seconds"]
    office = programs["soffice docx to txt"]["wall"]
    targets.expect("LibreOffice's docx to txt against docx to facts",
                   office / docx, least=20)
    targets.expect("the same, with our program's start",
                   office / programs["nianbao read docx"]["wall"], least=20)
    if "nianbao read pdf" in programs:
        targets.expect("pdf to facts against pdftotext -bbox, programs",
                       programs["nianbao read pdf"]["wall"] /
                       programs["pdftotext -bbox"]["wall"], most=2)
    return targets


def main():
    arguments = parse_arguments()
    paths = make_inputs(arguments.report)
    print(f"{arguments.report.name}; {measure.load()}")
    rates = measure_in_process(paths, arguments.runs)
    print_in_process(paths, rates)
    programs = measure.in_turns(commands_of(paths), arguments.runs)
    print_programs("Programs, from start to end, in turns", programs)
    sizes = measure_sizes(paths)
    print_programs("The report many times over", sizes)
    targets = targets_of(paths, rates, programs, sizes)
    targets.print()
    print(f"\nafterwards: {measure.load()}")
    if arguments.json:
        arguments.json.write_text(json.dumps({
            "report": arguments.report.name, "load": measure.load(),
            "in_process": rates, "programs": programs, "sizes": sizes,
            "targets": targets.rows}, indent=2) + "\n", "utf-8")
    if arguments.check and targets.missed:
        sys.exit(f"bench: {targets.missed} targets missed")


if __name__ == "__main__":
    main()
