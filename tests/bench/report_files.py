#!/usr/bin/env python3
"""Makes files of every kind from a report's text, for benchmarks.

usage: report_files.py REPORT FOLDER TIMES...

Writes FOLDER/report-TIMES.KIND, with the text as many times as told. A line
with tabs is a row of a table, other lines are paragraphs; numbered short lines
get a heading's style. The files hold no more than readers need.
"""
import csv
import io
import pathlib
import re
import sys
import zipfile
from xml.sax.saxutils import escape

OFFICE = "application/vnd.openxmlformats-officedocument."
NAMES = "http://schemas.openxmlformats.org/"
WORD = f"{NAMES}wordprocessingml/2006/main"
SHEET = f"{NAMES}spreadsheetml/2006/main"
LINKS = f"{NAMES}officeDocument/2006/relationships"
HEADING = re.compile(
    r"^(第.{1,3}章|[一二三四五六七八九十]+、|\d+(\.\d+)*\.?) ?\S{2,20}$")
NUMBER = re.compile(r"^[+-]?\d+(\.\d+)?$")


def blocks(text):
    """The text's paragraphs, as strings, and tables, as lists of rows."""
    found = []
    for line in text.splitlines():
        if "\t" in line.strip():
            if not found or not isinstance(found[-1], list):
                found.append([])
            found[-1].append([cell.strip() for cell in line.split("\t")])
        elif line.strip():
            found.append(line.strip())
    return found


def tables(text):
    return [block for block in blocks(text) if isinstance(block, list)]


def package(main, kind, parts):
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{OFFICE}{type_}+xml"/>'
        for name, type_, _ in parts)
    links = (f'<Relationship Id="r1" Type="{LINKS}/officeDocument" '
             f'Target="{main}"/>')
    types = (f'<Types xmlns="{NAMES}package/2006/content-types"><Default '
             f'Extension="rels" ContentType="application/vnd.openxmlformats-'
             f'package.relationships+xml"/><Default Extension="xml" '
             f'ContentType="application/xml"/>{overrides}</Types>')
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", head + types)
        file.writestr("_rels/.rels", head + relationships(links))
        file.writestr(kind[0], head + relationships(kind[1]))
        for name, _, xml in parts:
            file.writestr(name, head + xml)
    return packed.getvalue()


def relationships(links):
    return (f'<Relationships xmlns="{NAMES}package/2006/relationships">{links}'
            '</Relationships>')


def paragraph(text, style=""):
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return (f'<w:p>{look}<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>')


def word_table(rows):
    width = max(len(row) for row in rows)
    xml = ['<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
           '<w:tblGrid>', f'<w:gridCol w:w="{9000 // width}"/>' * width,
           '</w:tblGrid>']
    for row in rows:
        cells = row + [""] * (width - len(row))
        xml.append("<w:tr>" + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{9000 // width}" w:type="dxa"/>'
            f'</w:tcPr>{paragraph(cell)}</w:tc>' for cell in cells) + "</w:tr>")
    return "".join(xml) + "</w:tbl>"


def docx(text):
    body = []
    for block in blocks(text):
        if isinstance(block, list):
            body.append(word_table(block))
        else:
            body.append(paragraph(block, "h1" if HEADING.match(block) else ""))
    styles = (f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" '
              'w:styleId="h1"><w:name w:val="heading 1"/><w:pPr>'
              '<w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>')
    link = f'<Relationship Id="r1" Type="{LINKS}/styles" Target="styles.xml"/>'
    return package(
        "word/document.xml", ("word/_rels/document.xml.rels", link),
        [("word/document.xml", "wordprocessingml.document.main",
          f'<w:document xmlns:w="{WORD}"><w:body>{"".join(body)}</w:body>'
          '</w:document>'),
         ("word/styles.xml", "wordprocessingml.styles", styles)])


def sheet_cell(text, texts):
    if not text:
        return "<c/>"
    if NUMBER.match(text):
        return f"<c><v>{text.lstrip('+')}</v></c>"
    return f'<c t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'


def xlsx(text):
    texts, rows, at = {}, [], 0
    for table in tables(text):
        at += 2
        for row in table:
            at += 1
            cells = "".join(sheet_cell(cell, texts) for cell in row)
            rows.append(f'<row r="{at}">{cells}</row>')
    strings = "".join(f"<si><t>{escape(words)}</t></si>" for words in texts)
    links = (f'<Relationship Id="r1" Type="{LINKS}/worksheet" '
             'Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
             f'Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/>')
    return package(
        "xl/workbook.xml", ("xl/_rels/workbook.xml.rels", links),
        [("xl/workbook.xml", "spreadsheetml.sheet.main",
          f'<workbook xmlns="{SHEET}" xmlns:r="{LINKS}"><sheets>'
          '<sheet name="附表" sheetId="1" r:id="r1"/></sheets></workbook>'),
         ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet",
          f'<worksheet xmlns="{SHEET}"><sheetData>{"".join(rows)}</sheetData>'
          '</worksheet>'),
         ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings",
          f'<sst xmlns="{SHEET}">{strings}</sst>')])


def csv_of(text):
    out = io.StringIO()
    writer = csv.writer(out)
    for table in tables(text):
        writer.writerows(table)
        writer.writerow([])
    return out.getvalue().encode("utf-8")


WRITERS = {
    "txt": lambda text: text.encode("utf-8"),
    "docx": docx,
    "xlsx": xlsx,
    "csv": csv_of,
}


def main():
    text = pathlib.Path(sys.argv[1]).read_text("utf-8")
    for kind, write in WRITERS.items():
        for times in map(int, sys.argv[3:]):
            path = pathlib.Path(sys.argv[2], f"report-{times}.{kind}")
            path.write_bytes(write(text * times))


if __name__ == "__main__":
    main()
