"""Forms on paper, for printed.py: the published targets laid out as the forms of their documents, and forms written as a page, a
workbook or a Word file to be printed. A grid: rows of (text, rows, columns); a form: lines above it, the grid, how many rows repeat on
each page, widths of columns."""

import html
import re
import xml.etree.ElementTree as xml
import zipfile
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

def grids_of_docx(path):
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    body = xml.fromstring(zipfile.ZipFile(path).read("word/document.xml")).find(f"{w}body")
    forms, above = [], []
    for block in body:
        if block.tag == f"{w}p":
            line = "".join(t.text or "" for t in block.iter(f"{w}t"))
            above += [line] if line else []
        if block.tag != f"{w}tbl":
            continue
        grid, open_cells = [], {}
        for row in block.iter(f"{w}tr"):
            cells, column = [], 0
            for cell in row.iter(f"{w}tc"):
                span = cell.find(f"{w}tcPr/{w}gridSpan")
                columns = int(span.get(f"{w}val")) if span is not None else 1
                merge = cell.find(f"{w}tcPr/{w}vMerge")
                text = "\n".join("".join("\n" if t.tag == f"{w}br" else t.text or "" for t in p.iter() if t.tag in (f"{w}t", f"{w}br"))
                                 for p in cell.iter(f"{w}p"))
                if merge is not None and merge.get(f"{w}val") != "restart":
                    open_cells[column][1] += 1
                else:
                    cells.append([text, 1, columns])
                    open_cells[column] = cells[-1]
                column += columns
            grid.append(cells)
        forms.append((above, grid, 0, None))
        above = []
    return forms


def by_level(rows, key):
    """Runs of rows that share a level: (text, length) at the first of them."""
    out = [None] * len(rows)
    begin = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or any(rows[i][k] != rows[begin][k] for k in key):
            out[begin] = (rows[begin][key[-1]], i - begin)
            begin = i
    return out


def level_rows(table, columns):
    """Rows of indicators: merged levels, then a cell (key, columns) each."""
    rows = table["indicators"]
    first, second = by_level(rows, ["level1"]), by_level(rows, ["level1", "level2"])
    grid = []
    for i, row in enumerate(rows):
        cells = [[level[i][0], level[i][1], 1] for level in (first, second) if level[i]]
        grid.append(cells + [[row[key], 1, width] for key, width in columns])
    return grid


def goal_of(table):
    return "\n".join(goal["text"] for goal in table["goals"])


def whole_form(table):
    budget = [[["预算情况", 5, 1], ["部门预算总额(万元)", 1, 2], [table["budget"], 1, 2]]]
    budget += [[[name, 1, 2], ["", 1, 2]] for name in ("1、资金来源：(1)政府预算资金", "(2)财政专户管理资金", "(3)单位资金", "2、资金结构：(1)基本支出")]
    head = [[["部门(单位)名称", 1, 2], [table["unit"], 1, 3]], [["年度履职目标", 1, 1], [goal_of(table), 1, 4]],
            [["年度主要任务", 2, 1], ["任务名称", 1, 2], ["主要内容", 1, 2]], [["一、做好各项工作", 1, 2], ["完成年度任务。", 1, 2]], *budget,
            [[text, 1, 1] for text in ("一级指标", "二级指标", "三级指标", "指标值", "指标值说明")]]
    grid = head + level_rows(table, [("name", 1), ("target", 1), ("description", 1)])
    return [f"部门(单位)整体绩效目标表", f"({table['year']}年度)"], grid, 0, [14, 16, 28, 14, 50]


def wide_form(tables):
    groups = ("成本指标", "产出指标", "效益指标", "满意度指标")
    grid = [[["单位编码（项目编码）", 3, 1], ["项目单位（项目名称）", 3, 1], ["项目金额（万元）", 1, 4], ["绩效目标", 1, 8]],
            [[text, 2, 1] for text in ("资金总额", "政府预算资金", "财政专户管理资金", "单位资金")] + [[group, 1, 2] for group in groups],
            [[text, 1, 1] for _ in groups for text in ("三级指标", "指标值")]]
    unit = None
    for n, table in enumerate(tables):
        if table["unit"] != unit:
            unit = table["unit"]
            grid.append([[f"029{n:03}", 1, 1], [unit, 1, 1], ["7,077.70", 1, 1], ["7,077.70", 1, 1]] + [["", 1, 1]] * 10)
        lists = [[row for row in table["indicators"] if row["level1"] == group] for group in groups]
        height = max(map(len, lists))
        code = head_of(table, "项目代码")
        for i in range(height):
            cells = [[code, height, 1], [table["title"], height, 1], [table["budget"], height, 1], [table["budget"], height, 1], ["", height, 1],
                     ["", height, 1]] if i == 0 else []
            for rows in lists:
                cells += [[rows[i][key] if i < len(rows) else "", 1, 1] for key in ("name", "target")]
            grid.append(cells)
    return [f"{tables[0]['year']}年度部门预算项目绩效目标表", "部门名称： 本级"], grid, 3, [16, 22, 9, 9, 8, 8] + [18, 10] * 4


def described_form(table):
    code = head_of(table, "项目代码")
    grid = [[["项目编码", 1, 1], [code, 1, 2], ["项目名称", 1, 1], [table["title"], 1, 3]],
            [["预算规模及资金用途", 2, 1], ["预算数", 1, 1], [table["budget"], 1, 1], ["其中：财政资金", 1, 1], [table["budget"], 1, 1], ["其他资金", 1, 1],
             ["", 1, 1]], [[goal_of(table), 1, 6]],
            [["资金支出计划（%）", 2, 1], ["3月底", 1, 2], ["6月底", 1, 1], ["10月底", 1, 2], ["12月底", 1, 1]],
            [["", 1, 2], ["", 1, 1], ["", 1, 2], ["100", 1, 1]], [["绩效目标", 1, 1], [goal_of(table), 1, 6]],
            [["一级指标", 1, 1], ["二级指标", 1, 1], ["三级指标", 1, 1], ["绩效指标描述", 1, 2], ["指标值", 1, 1], ["指标值确定依据", 1, 1]]]
    grid += level_rows(table, [("name", 1), ("description", 2), ("target", 1), ("basis", 1)])
    return [f"{table['title']}绩效目标表", f"单位名称：{table['unit']}", f"预算年度：{table['year']}", "单位：万元"], grid, 0, [13, 13, 18, 14, 14, 13, 18]


def head_of(table, label):
    return next((pair["text"] for pair in table["head"] if pair["label"] == label), "")


def unit_form(table):
    """As 和政县 prints the targets of a unit."""
    money = [[["预算情况(万元)", 6, 1], ["按支出类型分", 1, 2], ["预算金额", 1, 1], ["按来源类型分", 1, 1], ["预算金额", 1, 1]],
             [["基本支出", 3, 1], ["人员经费", 1, 1], ["", 1, 1], ["当年财政拨款", 1, 1], ["", 1, 1]],
             [["公用经费", 1, 1], ["", 1, 1], ["上年结转资金", 1, 1], ["", 1, 1]], [["合计", 1, 1], ["", 1, 1], ["其他资金", 1, 1], ["0", 1, 1]],
             [["项目支出", 1, 2], [table["card"]["预算"].get("项目支出", ""), 1, 1], ["收入预算合计", 1, 1], [table["budget"], 1, 1]],
             [["", 1, 2], ["支出预算合计", 1, 1], [table["budget"], 1, 2]]]
    rows = level_rows(table, [("name", 1), ("target", 2)])
    rows.insert(0, [["绩效指标", len(rows) + 1, 1]] + [[text, 1, width] for text, width in (("一级指标", 1), ("二级指标", 1), ("三级指标", 1), ("指标值", 2))])
    grid = [[["部门(单位)名称", 1, 1], [table["unit"], 1, 5]], [["总体目标", 1, 1], [goal_of(table), 1, 5]], *money, *rows]
    return ["单位整体支出绩效目标表", f"({table['year']} 年度)"], grid, 0, [12, 13, 18, 24, 14, 14]


def project_form(table):
    """As 和政县 prints the targets of a project; the other parts of the money are left open."""
    grid = [[["项目名称", 1, 1], [table["title"], 1, 4]],
            [["主管部门及代码", 1, 1], [head_of(table, "主管部门"), 1, 2], ["实施单位", 1, 1], [table["unit"], 1, 1]],
            [["项目资金 (万元)", 4, 1], ["年度资金总额:", 1, 2], [table["budget"], 1, 2]]]
    grid += [[[text, 1, 2], ["", 1, 2]] for text in ("其中:当年财政拨款", "上年结转资金", "其他资金")] + [[["总体目标", 1, 1], [goal_of(table), 1, 4]]]
    rows = level_rows(table, [("name", 1), ("target", 1)])
    rows.insert(0, [["绩效指标", len(rows) + 1, 1]] + [[text, 1, 1] for text in ("一级指标", "二级指标", "三级指标", "指标值")])
    return ["项目支出绩效目标表", f"({table['year']}年度)"], grid + rows, 0, [14, 14, 18, 28, 18]


def declared_form(table):
    """As 通城县 prints the targets of a project: of the long term, then of the year."""
    kinds = {"项目属性": ("持续性项目", "新增性项目"), "项目类型": ("一般公共预算", "政府性基金预算", "社保基金预算", "国有资本经营预算")}
    boxes = {label: " ".join(f"{i}、{kind} {'☑' if kind == head_of(table, label) else '□'}" for i, kind in enumerate(of, 1)) for label, of in kinds.items()}
    goals = {goal["title"]: goal["text"] for goal in table["goals"]}
    grid = [[["项目名称", 1, 1], [table["title"], 1, 5]],
            [["主管部门", 1, 1], [head_of(table, "主管部门"), 1, 2], ["项目实施单位", 1, 1], [head_of(table, "项目实施单位"), 1, 2]]]
    grid += [[[label, 1, 1], [text, 1, 5]] for label, text in boxes.items()]
    grid += [[["项目资金 (万元)", 3, 1], ["年度资金总额", 1, 2], [f"{table['budget']} 万元", 1, 3]],
             [["其中：财政拨款", 1, 2], [f"{table['budget']} 万元", 1, 3]], [["其他资金", 1, 2], ["", 1, 3]],
             [["总体目标", 2, 1], ["年度绩效目标", 1, 2], ["长期绩效目标", 1, 3]], [[goals["年度"], 1, 2], [goals["长期"], 1, 3]]]
    for term, title in (("长期", "长期绩效目标"), ("年度", "年度绩效目标表")):
        section = {"indicators": [row for row in table["indicators"] if row["section"] == term]}
        rows = level_rows(section, [("name", 1), ("target", 1), ("basis", 1)])
        heads = [[text, 1, 1] for text in ("一级指标", "二级指标", "三级指标", "指标值", "指标值确定依据")]
        grid += [[[title, 1, 6]], [[f"{term}绩效目标", len(rows) + 1, 1], *heads], *rows]
    unit = [f"项目单位（盖章）：{head_of(table, '单位名称')}"] if head_of(table, "单位名称") else []
    return ["项目支出绩效目标申报表", f"({table['year']} 年度)", *unit, "单位：万元"], grid, 0, [13, 11, 16, 26, 16, 13]


def declared_whole_form(table):
    """As 通城县 prints those of the department: the targets of the year stand beside the figures of two years before."""
    money, goals = table["card"]["预算"], {goal["名称"]: goal for goal in table["card"].get("年度目标", [])}
    grid = [[["部门（单位）名称", 1, 2], [table["unit"], 1, 6]],
            [["部门总体资金情况", 5, 1], ["总体资金情况", 2, 2], ["当年金额", 2, 1], ["占比", 2, 2], ["近两年收支金额", 1, 2]],
            [["2022年", 1, 1], ["2023年", 1, 1]], [["支出构成", 3, 1], ["基本支出", 1, 1], [money["基本支出"], 1, 1], ["5.10%", 1, 2], ["1006.62", 1, 1], ["1257.11", 1, 1]],
            [["项目支出", 1, 1], [money["项目支出"], 1, 1], ["94.90%", 1, 2], ["17118.3", 1, 1], ["21468.3", 1, 1]],
            [["合计", 1, 1], [table["budget"], 1, 1], ["100%", 1, 2], ["18124.92", 1, 1], ["22725.41", 1, 1]],
            [["项目支出情况", 2, 1], ["项目名称", 1, 2], ["项目类型", 1, 1], ["项目总预算", 1, 2], ["项目本年度预算", 1, 1], ["项目主要支出方向和用途", 1, 1]],
            [["工伤病残等级鉴定费", 1, 2], ["常年性项目", 1, 1], ["5", 1, 2], ["5", 1, 1], ["医保股联合医疗专业鉴定单位鉴定认定", 1, 1]]]
    titles = []
    for goal in table["goals"]:
        titles += [goal["title"]] if goal["title"] not in titles else []
    for title in titles:
        section = {"indicators": [row for row in table["indicators"] if row["section"] == title]}
        number, term = title[-1], title[:2]
        text = "".join(goal["text"] for goal in table["goals"] if goal["title"] == title)
        grid.append([[f"{title[:-1]} {number}:", 1, 1], [text, 1, 7]])
        if term == "长期":
            rows = level_rows(section, [("name", 2), ("target", 2), ("basis", 1)])
            heads = [[[w, 1, c] for w, c in (("一级指标", 1), ("二级指标", 1), ("指标名称", 2), ("指标值", 2), ("绩效标准", 1))]]
        else:
            section["indicators"] = [{**row, **card["近两年"]} for row, card in zip(section["indicators"], goals[title]["绩效指标"])]
            rows = level_rows(section, [("name", 1), ("2022年", 1), ("2023年", 1), ("target", 1), ("basis", 1)])
            heads = [[[w, 3, 1] for w in ("一级指标", "二级指标", "指标名称")] + [["指标值", 1, 3], ["绩效标准", 3, 1]],
                     [["近两年指标值", 1, 2], ["预期当年实现值", 2, 1]], [["2022年", 1, 1], ["2023年", 1, 1]]]
        heads[0].insert(0, [f"{term}绩效指标", len(rows) + len(heads), 1])
        grid += heads + rows
    return [f"{table['year']} 年度部门整体绩效目标申报表", "部门整体支出绩效目标申报表", f"填报日期： {head_of(table, '填报日期')}", "单位： 万元"], grid, 0, [11, 9, 11, 20, 12, 12, 13, 11]


def forms_of(tables):
    """The forms, by what stands in the tables; the projects of a wide form are one form."""
    forms, wide = [], []
    for table in tables:
        described = any(row["description"] for row in table["indicators"])
        declared = any(row["section"] for row in table["indicators"])
        if table["scope"] == "department":
            forms.append((declared_whole_form if declared else whole_form if described else unit_form)(table))
        elif declared or described or not head_of(table, "项目代码"):
            forms.append((declared_form if declared else described_form if described else project_form)(table))
        else:
            wide += [table]
    return forms + ([wide_form(wide)] if wide else [])


def page_of(forms, style):
    out = [f"<!doctype html><html><head><meta charset=utf-8><title>表</title><style>{style}</style></head><body>"]
    for n, (above, grid, repeated, _) in enumerate(forms):
        for i, line in enumerate(above):
            new_page = " style='page-break-before:always'" if i == 0 and n > 0 else ""
            out.append(f"<p align=center{new_page}>{html.escape(line)}</p>")
        for begin, end, tag in ((0, repeated, "thead"), (repeated, len(grid), "tbody")):
            rows = ["<tr>" + "".join(f"<td rowspan={r} colspan={c}>{html.escape(text).replace(chr(10), '<br>')}</td>" for text, r, c in row) + "</tr>"
                    for row in grid[begin:end]]
            out.append(("" if tag == "tbody" else "<table border=1 cellspacing=0>") + f"<{tag}>" + "".join(rows) + f"</{tag}>" + ("</table>" if tag == "tbody" else ""))
    return "\n".join(out) + "</body></html>"


def workbook_of(forms, path, size, wide=None, a3=False):
    """One page wide; on paper that lies where the form has many columns, or as `wide` says."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    side = Side(style="thin")
    for n, (above, grid, repeated, widths) in enumerate(forms):
        sheet = book.create_sheet(f"表{n + 1}")
        columns = sum(c for _, _, c in grid[0])
        for i, line in enumerate(above):
            sheet.cell(i + 1, 1, line).alignment = Alignment(horizontal="center")
            sheet.merge_cells(start_row=i + 1, start_column=1, end_row=i + 1, end_column=columns)
        taken, top = set(), len(above) + 1
        for r, row in enumerate(grid, top):
            column, lines = 1, 1
            for text, rows, width in row:
                while (r, column) in taken:
                    column += 1
                taken |= {(r + i, column + k) for i in range(rows) for k in range(width)}
                cell = sheet.cell(r, column, text)
                cell.data_type = "s"  # =100% is no formula
                cell.alignment = Alignment(wrap_text=True, vertical="center")
                cell.font = Font(name="WenQuanYi Zen Hei", size=size)
                if rows * width > 1:
                    sheet.merge_cells(start_row=r, start_column=column, end_row=r + rows - 1, end_column=column + width - 1)
                room = sum((widths or [15] * columns)[column - 1:column - 1 + width]) * 10 / size
                lines = max(lines, (sum(1.1 if ord(c) < 128 else 2.2 for c in text) / room + text.count("\n") + 1.5) / rows)
            sheet.row_dimensions[r].height = size * 1.4 * int(lines + 0.99)
        for r, c in taken:
            sheet.cell(r, c).border = Border(left=side, right=side, top=side, bottom=side)
        for i, width in enumerate(widths or [15] * columns):
            sheet.column_dimensions[get_column_letter(i + 1)].width = width
        sheet.page_setup.orientation = "landscape" if (columns > 8 if wide is None else wide) else "portrait"
        sheet.page_setup.paperSize = 8 if a3 else 9
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
        if repeated:
            sheet.print_title_rows = f"{top}:{top + repeated - 1}"
    book.save(path)


def document_of(forms, path, size, wide, a3, whole_rows):
    """A Word file; with `wide` on paper that lies, with `whole_rows` no row goes over the end of a page."""
    w, h = (16838, 23811) if a3 else (11906, 16838)
    w, h = (h, w) if wide else (w, h)
    room, face = w - 2 * 1134, f'<w:rPr><w:rFonts w:ascii="WenQuanYi Zen Hei" w:hAnsi="WenQuanYi Zen Hei" w:eastAsia="WenQuanYi Zen Hei"/><w:sz w:val="{2 * size}"/></w:rPr>'

    def paragraph(text, layout=""):
        return f'<w:p><w:pPr>{layout}</w:pPr>' + "<w:r><w:br/></w:r>".join(f'<w:r>{face}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>' for line in text.split("\n")) + "</w:p>"

    body = []
    for n, (above, grid, repeated, widths) in enumerate(forms):
        columns = sum(c for _, _, c in grid[0])
        widths = [int(room * x / sum(widths)) for x in widths] if widths else [room // columns] * columns
        body += [paragraph(line, ("<w:pageBreakBefore/>" if i == 0 and n > 0 else "") + '<w:jc w:val="center"/>') for i, line in enumerate(above)]
        edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:color="000000"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
        body.append(f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
                    + "".join(f'<w:gridCol w:w="{x}"/>' for x in widths) + "</w:tblGrid>")
        open_cells = {}  # column -> rows left, columns
        for r, row in enumerate(grid):
            cells, rest, column = [], list(row), 0
            while column < columns and (rest or column in open_cells):
                goes_on = column in open_cells
                text, rows, width = ("", *open_cells.pop(column)) if goes_on else rest.pop(0)
                merge = '<w:vMerge/>' if goes_on else '<w:vMerge w:val="restart"/>' if rows > 1 else ""
                cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths[column:column + width])}" w:type="dxa"/><w:gridSpan w:val="{width}"/>{merge}</w:tcPr>{paragraph(text)}</w:tc>')
                if rows > 1:
                    open_cells[column] = (rows - 1, width)
                column += width
            row_layout = ("<w:cantSplit/>" if whole_rows else "") + ("<w:tblHeader/>" if r < repeated else "")
            body.append(f"<w:tr><w:trPr>{row_layout}</w:trPr>{''.join(cells)}</w:tr>")
        body.append("</w:tbl>")
    page = f'<w:p/><w:sectPr><w:pgSz w:w="{w}" w:h="{h}"{" w:orient=" + chr(34) + "landscape" + chr(34) if wide else ""}/><w:pgMar w:top="1134" w:bottom="1134" w:left="1134" w:right="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("[Content_Types].xml", f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{main}"/></Types>')
        out.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        out.writestr("word/document.xml", f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{"".join(body)}{page}</w:body></w:document>')


def with_layout(path, made, wide, a3, whole_rows):
    """A workbook or Word file as it is, to be printed on other paper; of a Word file rows go over the end of a page or do not."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        for sheet in book:
            sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape" if wide else "portrait", 8 if a3 else 9
        book.save(made)
        return
    w, h = (16838, 23811) if a3 else (11906, 16838)
    with zipfile.ZipFile(path) as parts, zipfile.ZipFile(made, "w") as out:
        for part in parts.namelist():
            content = parts.read(part)
            if part == "word/document.xml":
                text = re.sub("<w:pgSz[^>]*>", f'<w:pgSz w:w="{h if wide else w}" w:h="{w if wide else h}"/>', content.decode())
                content = (text if whole_rows else text.replace("<w:cantSplit/>", "")).encode()
            out.writestr(part, content)
