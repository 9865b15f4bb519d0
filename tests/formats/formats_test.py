#!/usr/bin/env python3
"""Reads the same reports as text, Word document, PDF and sheets, and compares.

The files are made here: Word documents with real headings and merged cells,
PDFs of them and workbooks by LibreOffice. NIANBAO_BIN names the folder of the
program. Skipped (exit code 77) where LibreOffice is not installed.
"""
import csv
import difflib
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import report_files  # noqa: E402
import report_model  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORTS = {
    "linjiang-2021": "samples/linjiang-2021.txt",
    "messy-2021": "tests/data/corpus/messy-2021/report.txt",
    "six-tables-2024": "tests/data/corpus/six-tables-2024/report.txt",
}
SKIPPED = 77
EQUAL = 0.99  # of all facts


def program():
    return str(pathlib.Path(os.environ["NIANBAO_BIN"], "nianbao"))


@functools.lru_cache(maxsize=None)
def read(path):
    """The facts of a file in order; its name says which edition it is of."""
    edition = re.search(r"20\d\d", path.name).group()
    done = subprocess.run(
        [program(), "read", str(path), "--edition", edition, "--format",
         "jsonl"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{path.name}: {done.stderr.decode()}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def without_blanks(text):
    """A name without blanks: a PDF does not say whether a line of a cell ended
    at a blank."""
    return text.replace(" ", "")


def said(fact):
    """What a fact says, without where it stands."""
    dims = " ".join(f"{k}={without_blanks(v)}"
                    for k, v in sorted(fact["dims"].items()))
    return (fact["value"], fact["unit"], fact["period"] or "",
            without_blanks(fact["label"]), dims, fact["where"])


def differences(left, right):
    """Facts of two lists that differ, as (only left, only right) pairs."""
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    return [(left[a:b], right[c:d])
            for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]


class FormatsTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.models = {}
        for name, path in REPORTS.items():
            text = (ROOT / path).read_text("utf-8")
            blocks = report_model.model_of(text)
            cls.models[name] = blocks
            report_files.write_text(cls.folder / f"{name}.txt", blocks)
            report_files.write_docx(cls.folder / f"{name}.docx", blocks,
                                    blocks[0].text)
        cls.write_tables("linjiang-2021")
        soffice = shutil.which("soffice")
        report_files.convert(soffice, cls.folder, "pdf",
                             [cls.folder / f"{name}.docx" for name in REPORTS])
        report_files.convert(soffice, cls.folder, "xlsx",
                             cls.folder.glob("*.html"), "HTML (StarCalc)")
        report_files.convert(
            soffice, cls.folder, "csv:Text - txt - csv (StarCalc):44,34,76,1",
            cls.folder.glob("*-table-*.xlsx"))

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @classmethod
    def write_tables(cls, name):
        """Each table with its heading and caption as HTML, for LibreOffice."""
        tables = report_files.tables_of(cls.models[name])
        for number, (heading, caption, table) in enumerate(tables, 1):
            stem = cls.folder / f"{name}-table-{number:02}"
            report_files.write_html(stem.with_suffix(".html"), heading,
                                    caption, table)
            report_files.write_docx(stem.with_suffix(".docx"),
                                    [heading, caption, table], "页眉")

    def compare(self, first, second):
        """Counts equal facts of two files and prints every other one."""
        left = [said(fact) for fact in read(first)]
        right = [said(fact) for fact in read(second)]
        equal = max(len(left), len(right))
        for only_left, only_right in differences(left, right):
            equal -= max(len(only_left), len(only_right))
            for fact in only_left:
                print(f"  - {first.name}: {fact}")
            for fact in only_right:
                print(f"  + {second.name}: {fact}")
        total = max(len(left), len(right))
        print(f"{first.name} = {second.name}: {equal} of {total} facts")
        return equal, total

    def expect_same(self, pairs):
        counts = [self.compare(first, second)
                  for first, second in pairs]
        equal = sum(count[0] for count in counts)
        total = sum(count[1] for count in counts)
        self.assertGreater(total, 0)
        self.assertGreaterEqual(equal / total, EQUAL, f"{equal} of {total}")

    def test_word_document_says_what_its_text_says(self):
        for name in REPORTS:
            with self.subTest(name):
                self.expect_same([(self.folder / f"{name}.txt",
                                   self.folder / f"{name}.docx")])

    def test_pdf_says_what_its_word_document_says(self):
        for name in REPORTS:
            with self.subTest(name):
                self.expect_same([(self.folder / f"{name}.docx",
                                   self.folder / f"{name}.pdf")])

    def test_facts_of_a_pdf_know_their_pages(self):
        pages = [fact["place"]["page"] for fact in
                 read(self.folder / "linjiang-2021.pdf")]
        self.assertEqual(pages, sorted(pages))
        self.assertGreater(pages[0], 0)
        self.assertGreater(pages[-1], 5)

    def tables(self, suffix):
        return sorted(self.folder.glob(f"*-table-*{suffix}"))

    def test_workbooks_say_what_tables_of_word_documents_say(self):
        self.expect_same(zip(self.tables(".docx"), self.tables(".xlsx")))

    def test_csv_files_say_what_workbooks_say(self):
        self.expect_same(zip(self.tables(".xlsx"), self.tables(".csv")))

    def test_csv_files_hold_the_tables(self):
        with open(self.tables(".csv")[0], encoding="utf-8", newline="") as file:
            self.assertGreater(len(list(csv.reader(file))), 3)


class DamagedFilesTest(unittest.TestCase):

    def refused(self, path):
        done = subprocess.run([program(), "read", str(path), "--lang", "en"],
                              cwd=ROOT, capture_output=True, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stdout, b"")
        return done.stderr.decode()

    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = pathlib.Path(self.scratch.name)
        self.pdf = self.folder / "a.pdf"
        self.pdf.write_bytes(report_files.small_pdf("(2021) Tj"))

    def test_small_pdf_is_read(self):
        done = subprocess.run([program(), "read", str(self.pdf), "--edition",
                               "2021"], cwd=ROOT, capture_output=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_cut_file(self):
        self.pdf.write_bytes(self.pdf.read_bytes()[:-40])
        self.assertIn("cut off or damaged", self.refused(self.pdf))

    def test_file_without_insides(self):
        self.pdf.write_bytes(b"%PDF-1.4\nnothing\n%%EOF\n")
        self.assertIn("cut off or damaged", self.refused(self.pdf))

    def test_picture_alone(self):
        self.pdf.write_bytes(report_files.small_pdf(
            "", "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"))
        self.assertIn("PDF with text", self.refused(self.pdf))

    def test_pages_that_contain_themselves(self):
        self.pdf.write_bytes(self.pdf.read_bytes().replace(
            b"/Kids [3 0 R]", b"/Kids [2 0 R]"))
        self.assertTrue(self.refused(self.pdf))

    @unittest.skipUnless(shutil.which("qpdf"), "qpdf is not installed")
    def test_password(self):
        locked = self.folder / "locked.pdf"
        subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--",
                        str(self.pdf), str(locked)], check=True)
        self.assertIn("password", self.refused(locked))


if __name__ == "__main__":
    if not shutil.which("soffice"):
        print("SKIPPED: LibreOffice (soffice) is not installed; "
              "scripts/install_deps.sh test installs it")
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
