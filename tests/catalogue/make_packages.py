"""Writes the office files of samples/findings/ that no office program would write, and their good twins, from the XML
below: zip files cannot be read in review, this can.
    python3 tests/catalogue/make_packages.py ROOT
"""
import pathlib
import sys
import zipfile

SAMPLES = pathlib.Path(sys.argv[1]) / "samples/findings"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

TYPES = (XML + f'<Types xmlns="{PACKAGE}/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/xl/workbook.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
         '<Override PartName="/xl/worksheets/sheet1.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')


def relations(*targets):
    rows = "".join(f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"{more}/>'
                   for i, (kind, target, more) in enumerate(targets, 1))
    return XML + f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


HEADINGS = ["一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值", "分值", "得分"]
ROW = ["产出指标", "数量指标", "培训人数", "≥100人", "120人", "10", "10"]


def text_cell(column, row, text):
    return f'<c r="{"ABCDEFG"[column]}{row}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(rows=(HEADINGS, ROW), declaration="", behind=""):
    cells = "".join(f'<row r="{r}">' + "".join(cell if cell.startswith("<c ") else text_cell(c, r, cell)
                                               for c, cell in enumerate(row)) + "</row>"
                    for r, row in enumerate(rows, 1))
    return XML + declaration + f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>{behind}</worksheet>'


def in_format(code, cell):
    """A workbook whose cell G2 is this one, in style 1, which has this format code."""
    code = code.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    styles = (XML + f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="{code}"/></numFmts>'
              '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>')
    return workbook(sheet((HEADINGS, ROW[:6] + [cell])), links=[("styles", "styles.xml", "")]) | {"xl/styles.xml": styles}


def workbook(sheet_xml=None, sheets=None, declaration="", links=()):
    """The parts of a workbook with one sheet."""
    sheets = sheets or '<sheet name="自评表" sheetId="1" r:id="rId1"/>'
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml", "")).replace("?>\n", "?>\n" + declaration),
        "xl/workbook.xml": XML + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml", ""), *links),
        "xl/worksheets/sheet1.xml": sheet_xml or sheet(),
    }


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text)


def pair(finding, bad, good=None, ending="xlsx"):
    folder = SAMPLES / finding
    folder.mkdir(exist_ok=True)
    write(folder / f"bad.document.{ending}", bad)
    write(folder / "good.document.xlsx", good or workbook())
    return folder / f"bad.document.{ending}"


def with_score(cell):
    """A workbook whose cell G2 is this one."""
    return workbook(sheet((HEADINGS, ROW[:6] + [cell])))


ODS = "urn:oasis:names:tc:opendocument:xmlns"
FILLED_ODS = (XML + f'<office:document-content xmlns:office="{ODS}:office:1.0" xmlns:table="{ODS}:table:1.0" '
              f'xmlns:text="{ODS}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
              '<table:table table:name="自评表"><table:table-row table:number-rows-repeated="1048576">'
              '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
              '</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>')


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

path = pair("I108", workbook())
path.write_bytes(path.read_bytes()[:1500])
# Under a password Excel writes the old container with a stream of this name; as much of it as is looked at.
pair("I109", {}).write_bytes(
    bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(480))
pair("I110", workbook() | {"xl/media/image1.bmp": bytes(3 << 20)})
pair("I111", workbook() | {"../../outside.xml": "<x/>"})
pair("I112", workbook(sheet(declaration=ENTITIES), declaration=ENTITIES))
pair("I113", workbook(links=[("externalLinkPath", "file:///D:/2022.xlsx", ' TargetMode="External"')]))
pair("I114", with_score('<c r="G2"><f>F2*0.5</f></c>'), with_score('<c r="G2"><f>F2*0.5</f><v>5</v></c>'))
pair("I115", {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": FILLED_ODS}, ending="ods")
pair("I116", with_score('<c r="G2" t="e"><f>F2/0</f><v>#DIV/0!</v></c>'))
pair("I117", workbook(sheets='<sheet name="底稿" sheetId="1" state="hidden" r:id="rId1"/>'))
binary = {name.replace("workbook.xml", "workbook.bin"): text.replace("xl/workbook.xml", "xl/workbook.bin")
          for name, text in workbook().items()}
pair("I118", binary, ending="xlsb")
pair("I119", workbook(sheet(behind='<mergeCells count="1"><mergeCell ref="F2:G2"/></mergeCells>')))
pair("I127", in_format("0;-0;;@", '<c r="G2" s="1"><v>0</v></c>'), in_format("0", '<c r="G2" s="1"><v>0</v></c>'))
pair("I128", in_format('0;-0;"-"', '<c r="G2" s="1"><v>0</v></c>'), in_format('0;-0;"-"', '<c r="G2" s="1"><v>10</v></c>'))
pair("I129", workbook(sheet((HEADINGS, ROW, ROW)).replace('<row r="3">', '<row r="3" hidden="1">')))
pair("I139", workbook(sheet((HEADINGS, ["产出指标", "数量指标", "\u2f64户数", "≥100户", "120户", "10", "10"]))))
