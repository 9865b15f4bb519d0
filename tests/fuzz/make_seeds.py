#!/usr/bin/env python3
"""Makes the first seeds of the fuzzers: small files of every shape that is read.

usage: make_seeds.py [FOLDER]        (default: tests/fuzz/seeds)

The same seeds each time. Inputs that once broke something were found, not made;
they lie beside these under names that say what they broke.
"""
import io
import pathlib
import sys
import zipfile

REPORT = """临江职业学校质量年度报告
（2021年）
一、学生情况
1.1 招生规模。2021年，学校招生1,085人，比上年的1020人增加65人，增长6.37%；其中\
本地生源 702 人，占64.7%。
在校生３２１０人，生师比为15.92：1，近三成来自农村。
表1 学生情况
项目\t2020年\t2021年
招生数（人）\t1020\t1085
毕业生数\t998\t1002
\t其中：女
\t501
\t512
第 3 页
全年投入约230余万元，十几万元用于实训，两万余册图书，百分之九十八的学生合格。
"""

TABLE = '''附表,,,
指标,单位,2020年,2021年
"招生数, 当年",人,"1,020",1085
就业率,%,98.2,97.9
"备注：他说""好""",,,
'''

TYPES = ('<Types><Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/{part}" ContentType="application/vnd.'
         'openxmlformats-officedocument.{kind}.main+xml"/></Types>')
LINK = ('<Relationships><Relationship Id="r1" Type="http://x/{type}" '
        'Target="{target}"/></Relationships>')
SHEET_DATA = (
    '<cols><col min="4" max="4" hidden="1"/></cols><sheetData>'
    '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>指标</t></is></c>'
    '<c r="B2" t="inlineStr"><is><r><t>2021</t></r><r><t>年</t></r></is></c>'
    '<c r="C2" t="b"><v>1</v></c></row>'
    '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>0.9791</v></c>'
    '<c><v>44197</v></c></row><row hidden="1"><c><v>1E3</v></c></row>'
    '<row><c><f>SUM(B1:B2)</f></c><c t="e"><v>#REF!</v></c></row></sheetData>'
    '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>')
SHEET_STYLES = ('<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
                '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>')
SHEET_TEXTS = '<si><t>附表1</t></si><si><r><t>就业</t></r><r><t>率</t></r></si>'

BODY = (
    '<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr><w:r><w:t>学生情况</w:t></w:r>'
    '</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
    '</w:numPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>'
    '<w:ins><w:r><w:t>在校生3210人，</w:t></w:r></w:ins><w:del><w:r><w:delText>'
    '3人</w:delText></w:r></w:del><w:r><w:t>专任教师201人。</w:t>'
    '<w:footnoteReference w:id="2"/><w:tab/><w:br/></w:r></w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>目录</w:t>'
    '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
    '<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="900"/>'
    '<w:gridCol w:w="20"/></w:tblGrid>'
    '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:vMerge '
    'w:val="restart"/></w:tcPr><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc>'
    '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>2021年'
    '</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>'
    '<w:p/></w:tc><w:tc><w:p><w:r><w:t>12.5</w:t></w:r></w:p><w:tbl><w:tr>'
    '<w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>'
    '</w:tbl></w:tc></w:tr></w:tbl>'
    '<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>甲</w:t></w:r></w:p>'
    '</mc:Choice><mc:Fallback/></mc:AlternateContent>'
    '<w:sdt><w:sdtContent><w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/>'
    '</w:r></w:p></w:sdtContent></w:sdt>')
BODY_STYLES = ('<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading'
               ' 1"/><w:basedOn w:val="n"/><w:pPr><w:outlineLvl w:val="0"/>'
               '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="n"/>')
BODY_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
BODY_NOTES = ('<w:footnote w:id="2"><w:p><w:r><w:t>含5名外聘。</w:t></w:r></w:p>'
              '</w:footnote>')

def box(left, top, text, size=10):
    width = sum(size if ord(c) > 0xff else size / 2 for c in text)
    return (f'<word xMin="{left:.6f}" yMin="{top:.6f}" '
            f'xMax="{left + width:.6f}" yMax="{top + size:.6f}">{text}</word>\n')


def pages(*pages_of_boxes):
    return "".join('<page width="600.000000" height="800.000000">\n' +
                   "".join(boxes) + "</page>\n" for boxes in pages_of_boxes)


HEAD = [box(200, 30, "临江职业学校质量年度报告")]
ROWS = [("项目", "2020年", "2021年"), ("招生数（人）", "1020", "1085"),
        ("毕业生数", "998", "1002"), ("其中：女", "501", "—")]
PRINTED_TEXT = HEAD + [
    box(250, 60, "一、学生情况", 16),
    box(120, 90, "2021年，学校招生1085人，比上年的1020人增加65人，增长6.37%，其中本"),
    box(100, 105, "地生源702人；在校生3210人，R&amp;D投入"), box(280, 105, "230万元。"),
    box(120, 120, "生师比为15.92：1。")]
PRINTED_TABLE = [box(240, 150, "表1 学生情况")] + [
    box(left, 170 + 15 * row, text)
    for row, cells in enumerate(ROWS)
    for left, text in zip((100, 260, 400), cells)]
MERGED_TABLE = HEAD + [
    box(120, 60, "项目"), box(330, 60, "在校生数"), box(280, 75, "2020年"),
    box(400, 75, "2021年"), box(100, 92, "专业名称很长的"), box(100, 104, "一个专业"),
    box(290, 98, "3210"), box(410, 98, "3305"), box(100, 120, "合计"),
    box(290, 120, "3210"), box(410, 120, "3305")]
PRINTS = {
    "text": pages(PRINTED_TEXT + [box(295, 780, "1")]),
    "table": pages(PRINTED_TABLE),
    "merged_heads": pages(MERGED_TABLE),
    "table_over_pages": pages(
        PRINTED_TEXT + PRINTED_TABLE + [box(290, 780, "- 1 -")],
        HEAD + [box(100, 50, "续表")] + [
            box(left, 70 + 15 * row, text)
            for row, cells in enumerate([ROWS[0], ("就业率", "98.2%", "97.9%")])
            for left, text in zip((100, 260, 400), cells)] +
        [box(290, 780, "- 2 -")], []),
    "no_page": "".join(PRINTED_TEXT),
    "boxes_that_are_none": pages([
        '<word xMin="nan" yMin="0" xMax="1" yMax="1">甲</word>\n',
        '<word xMin="9" yMin="9" xMax="1" yMax="1">乙</word>\n',
        '<word xMin="1" yMin="1" xMax="1" yMax="1">丙</word>\n',
        '<word xMin="1e4" yMin="-1e4" xMax="15000" yMax="1">丁</word>\n']),
}

FORMATS = {
    "thousands_negative_in_brackets": "#,##0.00;[Red](#,##0.00);\"零\"\n"
                                      "1234.5\n-0.005\n0\n1E20\n",
    "percent": "0.0%\n0.36189999999999999\n-1\n",
    "date": "yyyy\"年\"m\"月\"d\"日\"\n44197\n60\n-1\n2958466\n",
    "elapsed": "[h]:mm:ss\n1.5\n",
    "condition": "[>=10000]0.0,\"万\";General\n123456\n9\n",
    "fraction_and_power": "# ?/?;0.00E+00\n0.5\n-0.5\n",
}

FIGURES = {
    "mixed": "3万2千、1,100.9亿元、13万2、一万五千亿、十几万、230余万、两三个",
    "words": "三千二百五十六人，两万余，二十万亿，一万零一十二，百分之一点五七，近三成",
    "ratios_and_ranges": "1:15.92，18.3：1，二比一，20-30%，三到五名，0.1和2个百分点",
    "no_figures": "〔2004〕22号，2021-11-25，8:30，第三届，1+X证书，“三全育人”，"
                  "统一，两会，半百，19级，tel 0570-1234567，表 3，A12",
    "wide": "１２３，４５６．７８％　（２）＋３−４～５∶６",
}


def package(parts):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in parts:
            zipped.writestr(zipfile.ZipInfo(name, (2021, 9, 1, 0, 0, 0)), text,
                            zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def office(part, kind, xml, others=()):
    return package([
        ("[Content_Types].xml", TYPES.format(part=part, kind=kind)),
        ("_rels/.rels", LINK.format(type="officeDocument", target=part)),
        (part, xml), *others])


def seeds():
    """All seeds as (target, name, bytes)."""
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        yield "text", encoding, REPORT.encode(encoding)
        yield "csv", encoding, TABLE.encode(encoding)
    yield "text", "utf-16be", b"\xfe\xff" + REPORT.encode("utf-16-be")
    yield "csv", "tabs", b"\t" + TABLE.replace(",", "\t").encode()
    yield "csv", "semicolons", TABLE.replace(",", ";").encode()

    document = "<w:document><w:body>" + BODY + "</w:body></w:document>"
    word = office("word/document.xml", "wordprocessingml.document", document)
    yield "package", "word", word
    yield "package", "excel", office(
        "xl/workbook.xml", "spreadsheetml.sheet",
        '<workbook><sheets><sheet name="甲" r:id="r1"/></sheets></workbook>',
        [("xl/_rels/workbook.xml.rels",
          LINK.format(type="worksheet", target="s.xml")),
         ("xl/s.xml", "<worksheet>" + SHEET_DATA + "</worksheet>")])
    yield "package", "cut_off", word[:len(word) // 2]
    yield "package", "compound", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" +
                                  "EncryptedPackage".encode("utf-16-le"))

    yield "docx", "all_parts", "\n----\n".join(
        (BODY, BODY_STYLES, BODY_NUMBERING, BODY_NOTES)).encode()
    yield "docx", "entities", (
        b'<w:p><w:r><w:t>&lt;&#x4E00;&nbsp;<![CDATA[<a>]]></w:t></w:r></w:p>'
        b'<?x y?><!-- - -->')
    yield "xlsx", "all_parts", "\n----\n".join(
        (SHEET_DATA, SHEET_STYLES, SHEET_TEXTS, SHEET_DATA)).encode()
    for name, text in PRINTS.items():
        yield "pdf", name, text.encode()
    for name, text in FORMATS.items():
        yield "number_format", name, text.encode()
    for name, text in FIGURES.items():
        yield "figures", name, text.encode()
        yield "facts", name, ("1. 学校情况\n" + text + "。").encode()
    yield "facts", "report", REPORT.encode()


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else
                        "tests/fuzz/seeds")
    count = 0
    for target, name, data in seeds():
        (root / target).mkdir(parents=True, exist_ok=True)
        (root / target / name).write_bytes(data)
        count += 1
    print(f"{count} seeds")


if __name__ == "__main__":
    main()
