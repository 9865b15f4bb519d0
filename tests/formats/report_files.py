"""Writes a report's model as a Word document, a text and spreadsheets."""
import pathlib
import subprocess
import zipfile
from xml.sax.saxutils import escape

import report_model as model

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELS = "http://schemas.openxmlformats.org"
PAGE_WIDTH = 8600  # of the text, in twentieths of a point

TYPES = f"""{XML}
<Types xmlns="{RELS}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{OFFICE}.styles+xml"/>
<Override PartName="/word/header1.xml" ContentType="{OFFICE}.header+xml"/>
<Override PartName="/word/footer1.xml" ContentType="{OFFICE}.footer+xml"/>
</Types>"""
ROOT_RELS = f"""{XML}
<Relationships xmlns="{RELS}/package/2006/relationships">
<Relationship Id="r1" Type="{RELS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
PART_RELS = f"""{XML}
<Relationships xmlns="{RELS}/package/2006/relationships">
<Relationship Id="s" Type="{RELS}/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="h" Type="{RELS}/officeDocument/2006/relationships/header" Target="header1.xml"/>
<Relationship Id="f" Type="{RELS}/officeDocument/2006/relationships/footer" Target="footer1.xml"/>
</Relationships>"""


def styles():
    """Body text and six styles of headings."""
    fonts = ('<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"'
             ' w:eastAsia="Noto Serif CJK SC"/>')
    text = (f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="24"/>'
            '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
            '</w:docDefaults><w:style w:type="paragraph" w:default="1"'
            ' w:styleId="Normal"><w:name w:val="Normal"/></w:style>')
    for level in range(1, 7):
        text += (f'<w:style w:type="paragraph" w:styleId="H{level}">'
                 f'<w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
                 '<w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/>'
                 f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/>'
                 f'<w:sz w:val="{34 - 2 * level}"/></w:rPr></w:style>')
    return f"{XML}<w:styles {W}>{text}</w:styles>"


def run(text, size=None):
    properties = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>' if size else ""
    return (f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t>'
            '</w:r>')


def paragraph(text, properties="", size=None):
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, size)}</w:p>"


def widths_of(table):
    """Widths of a table's columns: wider where its texts are longer."""
    count = len(table.rows[0])
    shares = [min(max(len(row[c]) for row in table.rows), 14) + 3
              for c in range(count)]
    return [PAGE_WIDTH * share // sum(shares) for share in shares]


def cell_xml(table, spans, at, width, continued):
    """A cell; `continued` where a cell above covers it."""
    high, wide = spans.get(at, (1, 1))
    merge = ""
    if continued:
        merge = "<w:vMerge/>"
    elif high > 1:
        merge = '<w:vMerge w:val="restart"/>'
    text = "" if continued else table.rows[at[0]][at[1]]
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{wide}"/>{merge}<w:vAlign w:val="center"/>'
            '</w:tcPr>' + paragraph(text, '<w:jc w:val="center"/>', 21) +
            "</w:tc>")


def row_xml(table, spans, widths, r):
    """A row with its merged cells."""
    cells, c = "", 0
    while c < len(widths):
        above = next(((row, column) for (row, column), (high, wide)
                      in spans.items() if row < r < row + high
                      and column <= c < column + wide), None)
        start = above or (r, c)
        wide = spans.get(start, (1, 1))[1]
        if above:
            cells += cell_xml(table, {(r, c): (1, wide)}, (r, c),
                              sum(widths[c:c + wide]), True)
        else:
            cells += cell_xml(table, spans, start, sum(widths[c:c + wide]),
                              False)
        c += wide
    repeat = "<w:tblHeader/>" if r < model.head_rows(table) else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{cells}</w:tr>"


def table_xml(table):
    """A table with lines around all cells."""
    spans, widths = model.spans_of(table), widths_of(table)
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in
                      ("top", "left", "bottom", "right", "insideH", "insideV"))
    rows = "".join(row_xml(table, spans, widths, r)
                   for r in range(len(table.rows)))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{PAGE_WIDTH}" w:type="dxa"/>'
            f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout'
            f' w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}'
            '</w:tbl>')


def block_xml(block, following):
    if isinstance(block, model.Table):
        return table_xml(block) + ("<w:p/>" if isinstance(
            following, model.Table) else "")
    if isinstance(block, model.Heading):
        return paragraph(block.text, f'<w:pStyle w:val="H{block.level}"/>')
    if len(block.text) <= 30 and not block.text.endswith(model.SENTENCE_END):
        return paragraph(block.text, '<w:keepNext/><w:jc w:val="center"/>')
    return paragraph(block.text, '<w:spacing w:line="400" w:lineRule="exact"/>'
                     '<w:ind w:firstLine="480"/><w:jc w:val="both"/>')


def body_xml(blocks):
    """The document part."""
    body = "".join(block_xml(block, following) for block, following
                   in zip(blocks, blocks[1:] + [None]))
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="h"/>'
               '<w:footerReference w:type="default" r:id="f"/>'
               '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440"'
               ' w:right="1650" w:bottom="1440" w:left="1650" w:header="850"'
               ' w:footer="850" w:gutter="0"/></w:sectPr>')
    return (f'{XML}<w:document {W} xmlns:r="{RELS}/officeDocument/2006/'
            f'relationships"><w:body>{body}{section}</w:body></w:document>')


def write_docx(path, blocks, head):
    """Writes blocks as a Word document with a running head and page numbers."""
    number = ('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
              '</w:fldSimple>')
    centre = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT_RELS,
        "word/_rels/document.xml.rels": PART_RELS,
        "word/styles.xml": styles(),
        "word/header1.xml": f"{XML}<w:hdr {W}><w:p>{centre}{run(head)}</w:p>"
                            "</w:hdr>",
        "word/footer1.xml": f"{XML}<w:ftr {W}><w:p>{centre}{run('— ')}{number}"
                            f"{run(' —')}</w:p></w:ftr>",
        "word/document.xml": body_xml(blocks),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)


def write_text(path, blocks):
    """Writes blocks as Word flattens them: a line each, cells behind tabs."""
    lines = []
    for block in blocks:
        if isinstance(block, model.Table):
            lines += ["\t".join(row) for row in block.rows] + [""]
        else:
            lines += [block.text, ""]
    pathlib.Path(path).write_text("\n".join(lines), encoding="utf-8")


def convert(soffice, folder, kind, paths, opened_as=None):
    """Converts files with LibreOffice; the new files stand in `folder`."""
    paths = [str(path) for path in paths]
    if not paths:  # LibreOffice would open a window and wait
        raise ValueError(f"nothing to convert to {kind}")
    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{folder}/office",
         "--headless", "--norestore",
         *([f"--infilter={opened_as}"] if opened_as else []),
         "--convert-to", kind, "--outdir", str(folder), *paths],
        check=True, capture_output=True, timeout=120)


def tables_of(blocks):
    """Each table with the heading over it and the line before it."""
    tables, heading = [], model.Heading("1. 学校情况", 1)
    for before, block in zip([None] + blocks, blocks):
        if isinstance(block, model.Heading):
            heading = block
        if not isinstance(block, model.Table):
            continue
        caption = model.Paragraph("情况表")
        if isinstance(before, model.Paragraph) and len(before.text) <= 30:
            caption = before
        tables.append((heading, caption, block))
    return tables


def html_cell(table, spans, at):
    """A table's cell; empty where another covers it."""
    for (row, column), (high, wide) in spans.items():
        inside = row <= at[0] < row + high and column <= at[1] < column + wide
        if inside and (row, column) != at:
            return ""
    high, wide = spans.get(at, (1, 1))
    text = table.rows[at[0]][at[1]]
    return (f'<td rowspan="{high}" colspan="{wide}" sdnum="1033;0;@">'
            f'{escape(text)}</td>')


def write_html(path, heading, caption, table):
    """A sheet for LibreOffice to take over: texts as they are printed."""
    spans = model.spans_of(table)
    rows = "".join(
        "<tr>" + "".join(html_cell(table, spans, (r, c))
                         for c in range(len(table.rows[r]))) + "</tr>"
        for r in range(len(table.rows)))
    pathlib.Path(path).write_text(
        '<html><head><meta charset="utf-8"/></head><body><table>'
        f'<tr><td>{escape(heading.text)}</td></tr></table><table><tr><td>'
        f'{escape(caption.text)}</td></tr></table><table>{rows}</table>'
        '</body></html>', encoding="utf-8")


def small_pdf(show, content=""):
    """A PDF of one page that shows a text and has other content."""
    stream = f"BT /F1 12 Tf 72 700 Td {show} ET {content}".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    pdf, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"0000000000 65535 f \n" + b"".join(
        b"%010d 00000 n \n" % place for place in places)
    return pdf + b"xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\n" \
        b"startxref\n%d\n%%%%EOF\n" % (len(places) + 1, table,
                                       len(places) + 1, len(pdf))
