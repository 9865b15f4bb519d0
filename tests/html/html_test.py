#!/usr/bin/env python3
"""Runs `nianbao run` on the sample and looks at the pages as a browser would.

NIANBAO_BIN names the folder of the program.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples/linjiang-2021.txt"
# What loads something: an attribute of these elements, but for data: and #.
LOADING = {"src", "srcset", "data", "poster", "action", "background"}
ERRORS_FOUND = 1  # nianbao's exit code


def run(folder):
    """Runs the main job; the pages by name."""
    program = pathlib.Path(os.environ["NIANBAO_BIN"], "nianbao")
    done = subprocess.run(
        [str(program), "run", str(SAMPLE), "-o", folder],
        cwd=ROOT, capture_output=True, check=False)
    if done.returncode != ERRORS_FOUND:
        sys.exit(f"nianbao run: exit code {done.returncode}\n"
                 f"{done.stderr.decode(errors='replace')}")
    return {page.name: page.read_bytes()
            for page in pathlib.Path(folder).glob("*.html")}


class PagesTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            cls.pages = run(folder)
        cls.trees = {name: ET.fromstring(page)
                     for name, page in cls.pages.items()}

    def test_both_reports_are_there(self):
        self.assertEqual(sorted(self.pages), ["linjiang-2021.findings.html",
                                              "linjiang-2021.report.html"])

    def test_same_input_gives_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(run(folder), self.pages)

    def test_language_title_and_encoding_are_stated(self):
        for name, tree in self.trees.items():
            with self.subTest(name):
                self.assertEqual(tree.get("lang"), "zh-Hans")
                self.assertTrue(tree.findtext("head/title"))
                self.assertIsNotNone(tree.find("head/meta[@charset='utf-8']"))

    def test_ids_are_unique_and_links_lead_to_them(self):
        for name, tree in self.trees.items():
            with self.subTest(name):
                ids = [e.get("id") for e in tree.iter() if e.get("id")]
                self.assertEqual(len(ids), len(set(ids)))
                links = {e.get("href") for e in tree.iter()
                         if e.get("href", "").startswith("#")}
                self.assertTrue(links)
                self.assertEqual(links - {f"#{i}" for i in ids}, set())

    def test_page_is_self_contained(self):
        for name, tree in self.trees.items():
            with self.subTest(name):
                for element in tree.iter():
                    self.assertNotIn(element.tag, ("link", "iframe", "object"))
                    for key in LOADING & set(element.keys()):
                        self.assertRegex(element.get(key), r"^(data:|#|$)")
                for style in tree.iter("style"):
                    self.assertNotRegex(style.text or "", r"@import|url\(")

    def test_table_rows_fill_their_grid(self):
        for name, tree in self.trees.items():
            for number, table in enumerate(tree.iter("table"), 1):
                with self.subTest(f"{name}, table {number}"):
                    self.assertEqual(len(set(widths(table))), 1)


def widths(table):
    """The number of grid columns that each row of a table fills."""
    pending = []  # rows that cells further up still cover, one for a column
    for row in table.iter("tr"):
        covered = sum(1 for rows in pending if rows > 0)
        pending = [rows - 1 for rows in pending if rows > 1]
        width = covered
        for cell in row:
            span = int(cell.get("colspan", 1))
            width += span
            rows = int(cell.get("rowspan", 1))
            if rows > 1:
                pending += [rows - 1] * span
        yield width


if __name__ == "__main__":
    unittest.main()
