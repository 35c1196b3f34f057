"""Writes the Word files of samples/findings/ and their good twins from the XML below: zip files cannot be read in review,
this can.
    python3 tests/catalogue/make_word_files.py ROOT
"""
import pathlib
import sys
import zipfile

SAMPLES = pathlib.Path(sys.argv[1]) / "samples/findings"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OPEN = "http://schemas.openxmlformats.org"
PACKAGE = OPEN + "/package/2006"
TYPES = (XML + f'<Types xmlns="{PACKAGE}/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONS = (XML + f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
             f'Type="{OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
NAMES = (f'xmlns:w="{OPEN}/wordprocessingml/2006/main" xmlns:wp="{OPEN}/drawingml/2006/wordprocessingDrawing" '
         f'xmlns:a="{OPEN}/drawingml/2006/main" xmlns:pic="{OPEN}/drawingml/2006/picture"')
CHANGE = 'w:author="审核" w:date="2024-01-01T00:00:00Z"'


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def cell(runs):
    return f'<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr><w:p>{runs}</w:p></w:tc>'


def document(target, before=""):
    rows = [[run(t) for t in ("一级指标", "二级指标", "三级指标", "年度指标值")],
            [run("产出指标"), run("数量指标"), run("培训人数"), target]]
    table = "".join("<w:tr>" + "".join(map(cell, row)) + "</w:tr>" for row in rows)
    return (XML + f'<w:document {NAMES}><w:body><w:p>{run("项目支出绩效目标表")}</w:p>{before}'
            '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="1500"/>' * 4 +
            f"</w:tblGrid>{table}</w:tbl><w:p/><w:sectPr/></w:body></w:document>")


def write(path, parts):
    with zipfile.ZipFile(SAMPLES / path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text)


def word(path, target, before=""):
    write(path, {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document(target, before)})


for sample in ("I123", "I124", "I125", "I126"):
    word(f"{sample}/good.document.docx", run("≥100人"))
write("I123/bad.document.docx",
      {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS.replace("word/document", "xl/workbook"), "xl/workbook.xml": "<workbook/>"})
word("I124/bad.document.docx",
     run("≥") + f'<w:del w:id="1" {CHANGE}><w:r><w:delText>80</w:delText></w:r></w:del><w:ins w:id="2" {CHANGE}>{run("100")}</w:ins>' +
     run("人"))
word("I125/bad.document.docx", '<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>' + run("100人"))
word("I126/bad.document.docx", run("≥100人"),
     '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="图"/><a:graphic><a:graphicData '
     f'uri="{OPEN}/drawingml/2006/picture"><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>')
