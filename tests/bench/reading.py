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
# Word files become PDF files by LibreOffice, which takes long for the longest;
# and a PDF file of a hundred reports is refused for the time that it takes.
PDF_TIMES = (1, 10)
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
    for times in PDF_TIMES:
        paths["pdf", times] = to_pdf(paths["docx", times])
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


def read_command(path):
    return [measure.BIN / "nianbao", "read", path, "--edition", "2021",
            "--format", "jsonl"]


def commands_of(paths):
    """The programs that are compared, by name."""
    return {
        "nianbao read docx": read_command(paths["docx", 1]),
        "soffice docx to txt": [
            "soffice", "--headless", "--convert-to", "txt:Text", "--outdir",
            measure.OUT / "office", paths["docx", 1]],
        "nianbao read pdf": read_command(paths["pdf", 1]),
        "pdftotext -bbox": ["pdftotext", "-bbox", paths["pdf", 1],
                            measure.OUT / "bbox.html"],
    }


def measure_sizes(paths, runs):
    """Programs over the report many times over: time and memory."""
    return measure.in_turns({f"{kind} x {times}": read_command(path)
                             for (kind, times), path in paths.items()},
                            min(runs, 3))


def print_programs(title, runs):
    measure.print_table(
        title, ("program", "wall ms", "CPU ms", "memory MB", "runs"),
        [(name, f"{run['wall'] * 1e3:.0f}", f"{run['cpu'] * 1e3:.0f}",
          f"{run['bytes'] / MEGABYTE:.0f}", run["runs"])
         for name, run in runs.items()])


def expect_growth(targets, paths, rates, sizes):
    """Ten times the report takes ten times as much, and no more."""
    for kind in report_files.WRITERS:
        once, often = (rates[f"facts/{paths[kind, times].name}"]["seconds"]
                       for times in (1, 100))
        targets.expect(f"{kind} x 100 against x 1, reading alone", often / once,
                       most=110)
    for kind in report_files.WRITERS:
        once, ten, often = (sizes[f"{kind} x {times}"] for times in TIMES)
        targets.expect(f"{kind} x 100 against x 1, program",
                       often["wall"] / once["wall"], most=110)
        targets.expect(f"{kind} x 90 more against x 9 more, memory",
                       (often["bytes"] - ten["bytes"]) /
                       max(ten["bytes"] - once["bytes"], 1), most=11)
    once, ten = (sizes[f"pdf x {times}"] for times in PDF_TIMES)
    targets.expect("pdf x 10 against x 1, program", ten["wall"] / once["wall"],
                   most=11)
    targets.expect("pdf x 10 against x 1, memory", ten["bytes"] / once["bytes"],
                   most=11)


def targets_of(paths, rates, programs, sizes):
    targets = measure.Targets()
    expect_growth(targets, paths, rates, sizes)
    office = programs["soffice docx to txt"]["wall"]
    targets.expect("LibreOffice's docx to txt against reading alone",
                   office / rates[f"facts/{paths['docx', 1].name}"]["seconds"],
                   least=20)
    targets.expect("LibreOffice's docx to txt against nianbao read docx",
                   office / programs["nianbao read docx"]["wall"], least=20)
    targets.expect("nianbao read pdf against pdftotext -bbox",
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
    sizes = measure_sizes(paths, arguments.runs)
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
