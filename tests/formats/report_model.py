"""A report taken from its plain text: headings, paragraphs and tables."""
import re

HEADING = re.compile(
    r"^(第[一二三四五六七八九十]+[章节]|[一二三四五六七八九十]+、|"
    r"（[一二三四五六七八九十]+）|\d{1,2}(\.\d{1,2})+\s?|\d{1,2}\.\s?(?!\d))"
    r"[^。；！？]{1,38}$")
UNNUMBERED = {"前言", "目录", "结语", "附录", "附表"}
SENTENCE_END = tuple("。！？；：”）】》…!?;:)")
SHORTEST_BROKEN = 22  # shorter lines are whole


class Heading:
    """A heading with its number as printed and its depth from one."""

    def __init__(self, text, level):
        self.text, self.level = text, level


class Paragraph:
    """Running text or a line of its own."""

    def __init__(self, text):
        self.text = text


class Table:
    """Rows of cell texts; all rows are equally wide."""

    def __init__(self, rows):
        width = max(len(row) for row in rows)
        self.rows = [row + [""] * (width - len(row)) for row in rows]


def level_of(text):
    """The depth of a heading by its number; 0 where `text` is none."""
    if text in UNNUMBERED:
        return 1
    match = HEADING.match(text)
    if not match or "，" in text and len(text) > 24:
        return 0
    number = match.group(1).strip()
    if number.startswith("（"):
        return 2
    return number.rstrip(".").count(".") + 1


def is_page_end(line):
    return re.fullmatch(r"[-—\s]*\d{1,3}[-—\s]*", line) is not None


def lines_of(text):
    """Lines that print something, without page numbers and running heads."""
    lines = [line.strip("\r\f") for line in text.split("\n")]
    lines = [line for line in lines if line.strip()]
    beside = set()
    for at, line in enumerate(lines):
        if is_page_end(line):
            beside.update(lines[max(at - 1, 0):at + 2])
    heads = {line for line in beside if lines.count(line) >= 3}
    return [line for line in lines
            if not is_page_end(line) and line not in heads]


def goes_on(text, following):
    return (len(text) >= SHORTEST_BROKEN and "\t" not in following and
            not text.endswith(SENTENCE_END) and not level_of(following))


def model_of(text):
    """The blocks of a report's plain text."""
    blocks, lines, at = [], lines_of(text), 0
    while at < len(lines):
        if "\t" in lines[at].strip():
            rows = []
            while at < len(lines) and "\t" in lines[at]:
                rows.append([cell.strip() for cell in lines[at].split("\t")])
                at += 1
            blocks.append(Table(rows))
            continue
        line = lines[at].strip()
        at += 1
        if level_of(line):
            blocks.append(Heading(line, level_of(line)))
            continue
        while at < len(lines) and goes_on(line, lines[at]):
            line += lines[at].strip()
            at += 1
        blocks.append(Paragraph(line))
    return blocks


def has_figure(row):
    return any(re.fullmatch(r"[+-]?\d[\d.,:]*\s?\D{0,2}", cell) and
               not re.fullmatch(r"\d{4}\s?年度?", cell) for cell in row)


def head_rows(table):
    """How many rows of a table are its head."""
    rows = 0
    while rows < len(table.rows) - 1 and not has_figure(table.rows[rows]):
        rows += 1
        if all(table.rows[rows - 1]):
            break
    return rows


def spans_of(table):
    """Merged cells as {(row, column): (rows, columns)}."""
    spans, heads = {}, head_rows(table)
    for r, row in enumerate(table.rows[:heads]):
        below = table.rows[r + 1] if r + 1 < heads else None
        for c, cell in enumerate(row):
            if not cell:
                continue
            wide = 1
            while (below and c + wide < len(row) and not row[c + wide] and
                   below[c] and below[c + wide]):
                wide += 1
            high = 1
            while r + high < heads and not table.rows[r + high][c]:
                high += 1
            if wide > 1 or high > 1:
                spans[r, c] = (high, wide)
    for c in range(2 if len(table.rows[0]) > 3 else 1):
        merge_groups(table, heads, c, spans)
    return spans


def merge_groups(table, heads, column, spans):
    """Adds cells of words that stand for the rows below them."""
    first = None
    for r in range(heads, len(table.rows)):
        row = table.rows[r]
        if row[column]:
            first = None if has_figure([row[column]]) else r
        elif first is not None and column + 1 < len(row) and row[column + 1] \
                and not any(row[:column]):
            high = r - first + 1
            spans[first, column] = (high, 1)
