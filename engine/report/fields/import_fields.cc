// Gives the lists of what is shown of a table that was read and of its rows.
#include "engine/report/fields/import_fields.h"

namespace jiheng::report {
namespace {

using base::Json;
using ReadTable = intake::Table;
using intake::TableRow;

bool selfeval(const ReadTable& t) { return t.kind == ReadTable::Kind::selfeval; }
bool department(const ReadTable& t) { return t.scope == model::CardKind::department; }

constexpr Field<ReadTable> kTable[] = {
    {"id", [](const ReadTable& t) { return Json(t.id); }, "表", nullptr},
    {"kind", [](const ReadTable& t) { return Json(selfeval(t) ? "selfeval" : "targets"); }, "种类",
     [](const ReadTable& t) { return Cell{selfeval(t) ? "自评" : "目标"}; }},
    {"scope", [](const ReadTable& t) { return Json(department(t) ? "department" : "project"); }, "范围",
     [](const ReadTable& t) { return Cell{department(t) ? "部门" : "项目"}; }},
    {"title", [](const ReadTable& t) { return Json(t.title.text); }, "名称", nullptr},
    {"unit", [](const ReadTable& t) { return Json(t.unit.text); }, "单位名称", nullptr},
    {"year", [](const ReadTable& t) { return t.year ? Json(*t.year) : Json(); }, "年度", nullptr},
    {"budget", [](const ReadTable& t) { return Json(t.budget.text); }, "预算数", nullptr},
    {"executed", [](const ReadTable& t) { return Json(t.executed.text); }, "执行数", nullptr},
};

constexpr Field<TableRow> kRow[] = {
    {"section", [](const TableRow& r) { return Json(r.section.text); }, "目标", nullptr},
    {"level1", [](const TableRow& r) { return Json(r.level1.text); }, "一级指标", nullptr},
    {"level2", [](const TableRow& r) { return Json(r.level2.text); }, "二级指标", nullptr},
    {"name", [](const TableRow& r) { return Json(r.name.text); }, "三级指标", nullptr},
    {"description", [](const TableRow& r) { return Json(r.description.text); }, "指标描述", nullptr},
    {"target", [](const TableRow& r) { return Json(r.target.text); }, "目标值", nullptr},
    {"actual", [](const TableRow& r) { return Json(r.actual.text); }, "完成值", nullptr},
    {"", nullptr, "分值", [](const TableRow& r) { return Cell{r.full_marks.text}; }},
    {"score", [](const TableRow& r) { return Json(r.score.text); }, "得分", nullptr},
    {"basis", [](const TableRow& r) { return Json(r.basis.text); }, "依据", nullptr},
    {"standard", [](const TableRow& r) { return Json(r.standard.text); }, "评分标准", nullptr},
};

}  // namespace

std::span<const Field<ReadTable>> import_table_fields() { return kTable; }
std::span<const Field<TableRow>> import_row_fields() { return kRow; }

}  // namespace jiheng::report
